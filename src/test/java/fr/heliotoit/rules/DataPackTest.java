package fr.heliotoit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class DataPackTest {
    @TempDir
    Path folder;

    private static List<DataPack> shipped() throws Failure, IOException {
        List<DataPack> packs = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("data/packs"))) {
            for (Path file : files.sorted().toList()) {
                packs.add(DataPack.load(file));
            }
        }
        return packs;
    }

    @Test
    void readsEveryPackThatIsShippedAndEveryKindIsThere() throws Failure, IOException {
        List<DataPack> packs = shipped();
        for (PackKind kind : PackKind.values()) {
            assertThat(packs).as("%s", kind).anyMatch(p -> p.kind() == kind);
        }
        assertThat(packs)
                .allSatisfy(p -> p.values()
                        .forEach((name, fact) -> assertThat(
                                        fact.verified() || !fact.source().isBlank())
                                .as("%s of %s", name, p.file())
                                .isTrue()));
    }

    /** Which quarter counts on a day; after the last one it goes on, and says that it has expired. */
    @ParameterizedTest
    @CsvSource({
        "2024-12-24, tarifs-s21-2024-11.json, false",
        "2025-05-01, tarifs-s21-2025-04.json, false",
        "2025-09-15, tarifs-s21-2025-04.json, true",
        "2025-12-31, tarifs-s21-2025-10.json, false",
        "2026-03-31, tarifs-s21-2026-01.json, false",
        "2026-11-23, tarifs-s21-2026-01.json, true"
    })
    void takesThePackOfTheDay(LocalDate day, String file, boolean expired) throws Failure, IOException {
        Packs packs = new Packs(shipped(), day);
        assertThat(packs.warning()).isEmpty();
        assertThat(packs.of(PackKind.TARIFFS).file()).isEqualTo(file);
        assertThat(packs.warning().isPresent()).isEqualTo(expired);
        assertThat(packs.citations())
                .singleElement()
                .asString()
                .contains("S21")
                .matches(c -> c.contains("périmé") == expired);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|format",
                "[]|format",
                "nonsense|n'est pas un fichier JSON bien formé (ligne 1)",
                "{\"format\":\"heliotoit-pack-1\",\"kind\":\"x\",\"name\":\"n\",\"source\":\"s\"}|genre inconnu",
                "{\"format\":\"heliotoit-pack-1\",\"kind\":\"tarifs\",\"name\":\"n\",\"source\":\"\",\"validFrom\":\"2026-01-01\"}|source",
                "{\"format\":\"heliotoit-pack-1\",\"kind\":\"tarifs\",\"name\":\"n\",\"source\":\"s\",\"validFrom\":\"1/1/26\"}|1/1/26",
                "{\"format\":\"heliotoit-pack-1\",\"kind\":\"tarifs\",\"name\":\"n\",\"source\":\"s\",\"validFrom\":\"2026-02-01\",\"validTo\":\"2026-01-01\"}|précède",
                "{\"format\":\"heliotoit-pack-1\",\"kind\":\"tarifs\",\"name\":\"n\",\"source\":\"s\",\"validFrom\":\"2026-02-01\",\"values\":{\"a\":{\"value\":1}}}|source",
                "{\"format\":\"heliotoit-pack-1\",\"kind\":\"tarifs\",\"name\":\"n\",\"source\":\"s\",\"validFrom\":\"2026-02-01\",\"values\":{\"a\":{\"value\":\"1\",\"source\":\"s\"}}}|nombre"
            })
    void saysWhatIsWrongWithAPack(String text, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("mauvais.json"), text);
        assertThatThrownBy(() -> DataPack.load(file))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("mauvais.json")
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({
        "École maternelle, PUBLIC, ecole",
        "Médiathèque La Salle des Pendus, PUBLIC, mairie",
        "Salle des sports, PUBLIC, gymnase",
        "Salle des fêtes, PUBLIC, salle",
        "Église Sainte-Barbe, RELIGIOUS, salle",
        "'', RESIDENTIAL, logement",
        "'', INDUSTRIAL, commerce",
        "'', UNKNOWN, logement"
    })
    void tellsTheUseOfABuildingByItsName(String name, Usage usage, String id) throws Failure, IOException {
        LoadProfiles profiles = LoadProfiles.of(new Packs(shipped(), LocalDate.of(2026, 6, 1)).of(PackKind.LOADS));
        Building building = new Building(
                "b",
                new GeometryFactory().toGeometry(new Envelope(0, 10, 0, 10)),
                name.isEmpty() ? null : name,
                null,
                null,
                usage,
                true,
                6.2);
        assertThat(profiles.of(building).id()).isEqualTo(id);
        // Two storeys of 100 m².
        assertThat(profiles.guessKWh(building))
                .isEqualTo(200 * profiles.of(building).kWhPerM2());
    }

    @Test
    void sharesOutAYearOfEveryProfile() throws Failure, IOException {
        LoadProfiles profiles = LoadProfiles.of(new Packs(shipped(), LocalDate.of(2026, 6, 1)).of(PackKind.LOADS));
        long[] end = new long[8760];
        double[] light = new double[8760];
        for (int i = 0; i < end.length; i++) {
            end[i] = 1_767_225_600L + (i + 1) * 3600L; // 2026-01-01T00:00Z
            light[i] = i % 24 > 7 && i % 24 < 18 ? 300 : 0;
        }
        HourCalendar calendar =
                HourCalendar.of(end, light, java.time.ZoneId.of("Europe/Paris"), 2026, profiles.holidays());
        for (String id : profiles.ids()) {
            float[] shares = profiles.named(id).orElseThrow().shares(calendar);
            double sum = 0;
            for (float share : shares) {
                assertThat(share).isNotNegative();
                sum += share;
            }
            assertThat(sum).as(id).isBetween(0.9999, 1.0001);
        }
        float[] school = profiles.named("ecole").orElseThrow().shares(calendar);
        assertThat(school[at(1, 15)])
                .as("Thursday 15 January")
                .isGreaterThan(5 * school[at(7, 23)])
                .as("23 July");
        assertThat(school[at(1, 15)]).as("Sunday 18 January").isGreaterThan(5 * school[at(1, 18)]);
        float[] lamps = profiles.named("eclairage").orElseThrow().shares(calendar);
        assertThat(lamps[at(6, 15)]).isZero();
    }

    /** Index of the hour that begins at 10:00 UTC. */
    private static int at(int month, int day) {
        return (java.time.LocalDate.of(2026, month, day).getDayOfYear() - 1) * 24 + 10;
    }
}
