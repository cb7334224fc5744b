package fr.heliotoit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.app.FindBuildings;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class EcqlTest {
    private static final Outcome NONE = new NoFigure(NoFigure.Reason.OUTSIDE_DATA);

    /** a: school, 120 m² usable; b: house, 40 m²; c: barn without figure; d: "l'église" at the edge. */
    private static final List<BuildingRecord> TOWN = List.of(
            record("a", "École Jean-Macé", Usage.PUBLIC, true, 0, figure(120, 5, 180)),
            record("b", null, Usage.RESIDENTIAL, false, 100, figure(40, 3, Double.NaN)),
            record("c", "Grange 50%", Usage.AGRICULTURAL, false, 200, NONE),
            record("d", "l'église", Usage.RELIGIOUS, true, 300, figure(100, 4, 90)));

    private static Outcome figure(double usable, int suitability, double azimuth) {
        return new SolarPotential(
                1100,
                List.of(),
                usable * 2,
                usable,
                usable / 5,
                usable * 200,
                List.of(),
                suitability,
                30,
                azimuth,
                SolarPotential.Method.RASTER);
    }

    private static BuildingRecord record(
            String id, @Nullable String name, Usage usage, boolean owned, double x, Outcome outcome) {
        return new BuildingRecord(
                new Building(
                        id,
                        new GeometryFactory().toGeometry(new Envelope(x, x + 10, 0, 20)),
                        name,
                        null,
                        null,
                        usage,
                        owned,
                        null),
                List.of(),
                outcome,
                "2026-03");
    }

    private static String ids(String ecql) throws Failure {
        return FindBuildings.run(TOWN, ecql).stream()
                .map(r -> r.building().id())
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "usage = 'public' AND surface > 100 | a",
                "surface > 100 | a",
                "surface >= 100 | ad",
                "SURFACE >= 1e2 and Public = TRUE | ad",
                "public = true | ad",
                "public = 'true' | ad",
                "NOT (public = true) | bc",
                "usage <> 'public' | bcd",
                "usage != 'public' | bcd",
                "usage == 'public' | a",
                "usage IN ('public', 'religieux') | ad",
                "id IN ('a','c') | ac",
                "id = 'b' | b",
                "classe IN (4, 5) | ad",
                "classe >= 4 AND surface < 110 | d",
                "surface BETWEEN 40 AND 100 | bd",
                "surface > -5 | abd",
                "surface < 1000 | abd",
                "surface <> 100 | ab",
                "surface * 0 = 0 | abd",
                "surface < classe * 24.5 | ab",
                "NOT (surface > 100) | bcd",
                "surface * 2 > 200 | a",
                "production / puissance >= 1000 | abd",
                "surface IS NULL | c",
                "raison = 'hors_donnees' | c",
                "raison IS NOT NULL | c",
                "orientation IS NULL | bc",
                "nom IS NULL | b",
                "nom LIKE '%école%' | ~~",
                "nom LIKE '%cole%' | a",
                "nom ILIKE '%ecole%' | a",
                "nom ILIKE '%ÉCOLE JEAN_mace' | a",
                "nom ILIKE '%EGLISE' | d",
                "nom = 'l''église' | d",
                "nom LIKE '%\\%' | ~~",
                "nom LIKE '' | ~~",
                "nom LIKE '%' | acd",
                "NOT nom LIKE '%e%' | ~b~",
                "strToLowerCase(nom) LIKE 'grange%' | c",
                "STRLENGTH(nom) > 9 | ac",
                "area(geom) > 199 | abcd",
                "abs(surface - 100) < 1 | d",
                "BBOX(geom, -1, -1, 105, 5) | ab",
                "INTERSECTS(geom, POINT(205 5)) | c",
                "INTERSECTS(geom, POLYGON((-1 -1, 150 -1, 150 9, -1 9, -1 -1))) | ab",
                "DWITHIN(geom, POINT(305 25), 6, meters) | d",
                "WITHIN(geom, ENVELOPE(-1, 111, -1, 21)) | ab",
                "millesime = '2026-03' | abcd",
                "millesime < '2026' | ~~",
                "\"surface\" > 100 | a",
                "INCLUDE | abcd",
                "emprise = 200 | abcd",
                "hauteur > 0 | ~~"
            })
    void findsTheBuildingsThatAnExpressionIsTrueFor(String ecql, @Nullable String expected) throws Failure {
        assertThat(ids(ecql)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "surfaces > 100 | Vouliez-vous dire « surface » ?",
                "Surfac > 100 | « surface »",
                "surface_m2 > 100 | « surface »",
                "production_kwh > 100 | « production »",
                "énergie > 3 | « production »",
                "kwc > 3 | « puissance »",
                "pente > 3 | « inclinaison »",
                "irradiaton > 3 | « irradiation »",
                "proprietaire = 'x' | « public »",
                "surface >= 100 ET usage = 'public' | « AND »",
                "surface >= 100 OU usage = 'public' | « OR »",
                "public = vrai | « TRUE »",
                "xyzzy > 3 | Attributs : id, nom",
                "usage = residentiel | apostrophes",
                "usage = public | apostrophes : 'public'",
                "usage = \"public\" | apostrophes : 'public'",
                "usage = 'Public' | dire 'public'",
                "usage = 'résidentiel' | dire 'residentiel'",
                "usage = 'château' | Valeurs : residentiel",
                "raison = 'trop petit' | dire 'trop_petit'",
                "surface > 'grand' | est un nombre",
                "surface BETWEEN 'a' AND 3 | est un nombre",
                "public = 'oui' | true (vrai)",
                "nom = true | apostrophes",
                "millesime > 2026-01-01 | apostrophes",
                "surface > 12,5 | point",
                "surface > 1 000 | sans espace",
                "surface > 100 m² | unités",
                "surface > 100 kWh | unités",
                "usage = ’public’ | apostrophes droites",
                "usage = 'pub | jamais fermé",
                "(surface > 100 | jamais fermée",
                "surface > 100) | de trop",
                "surface > | trop tôt",
                "surface | trop tôt",
                "surface > 100 AND | trop tôt",
                "surface >> 3 | position 9",
                "surface < 10; DROP TABLE x | position 13",
                "geom = 3 | INTERSECTS",
                "foo(surface) > 3 | « foo »",
                "env('java.home') = 'x' | « env »",
                "DWITHIN(geom, POINT(1 2), 1, kilometers) | mètres",
                "INTERSECTS(geom, POLYGON((0 0, 1 1))) | géométries"
            })
    void saysWhatIsWrongAndWhere(String ecql, String sentence) {
        assertThatThrownBy(() -> ids(ecql))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("{")
                .doesNotContain("Exception")
                .doesNotContain("Encountered");
    }

    @Test
    void theCaretStandsUnderThePlace() {
        assertThatThrownBy(() -> ids("usage = 'public' AND surfac > 100"))
                .hasMessage("« surfac » à la position 22 n'est pas un attribut. Vouliez-vous dire « surface » ?"
                        + "\n  usage = 'public' AND surfac > 100\n  " + " ".repeat(21) + "^");
        assertThatThrownBy(() -> ids("surface > 100\n AND id = 'x' AND AND"))
                .hasMessageContaining("position 33")
                .hasMessageContaining("surface > 100  AND id = 'x' AND AND\n  " + " ".repeat(32) + "^");
    }

    @Test
    void englishUsersReadEnglish() {
        Texts.choose("en");
        try {
            assertThatThrownBy(() -> ids("surfac > 100")).hasMessageContaining("Did you mean “surface”?");
        } finally {
            Texts.choose("fr");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "NOT (", "abs(", "[", "surface + ", "- ", "surface > 1 AND ", "surface > 1 OR NOT "})
    void nestedOrEndlessExpressionsAreRefusedAndNeitherOverflowNorHang(String piece) {
        String closing = piece.endsWith("(") ? ")" : piece.endsWith("[") ? "]" : "";
        assertThatThrownBy(() -> ids(piece.repeat(5000) + "surface > 1" + closing.repeat(5000)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("trop compliquée");
    }

    @Test
    void whatIsWithinTheLimitsWorks() throws Failure {
        assertThat(ids("(".repeat(50) + "surface > 100" + ")".repeat(50))).isEqualTo("a");
        assertThat(ids("surface > 100" + " AND surface > 100 OR id = 'b'".repeat(100)))
                .isEqualTo("ab");
        assertThat(ids("surface > 100" + " + 1".repeat(12))).isEqualTo("a");
        assertThat(ids("id IN ('a'" + ", 'x'".repeat(999) + ")")).isEqualTo("a");
        assertThatThrownBy(() -> ids("id IN ('a'" + ", 'x'".repeat(5000) + ")")).isInstanceOf(Failure.class);
        assertThat(ids("nom LIKE '" + "%a".repeat(5000) + "%'")).isEmpty();
        assertThatThrownBy(() -> ids("id = '" + "x".repeat(100_000) + "'")).isInstanceOf(Failure.class);
    }

    @Test
    void anEmptyResultSaysWhy() throws Failure {
        assertThat(why(TOWN, "surface > 1000")).isEqualTo("Aucun des 4 bâtiments ne répond à cette recherche.");
        assertThat(why(TOWN, "hauteur > 3")).contains("« hauteur » n'est renseigné pour aucun");
        assertThat(why(List.of(TOWN.get(2)), "surface > 3 AND public = true")).contains("Lancez le calcul");
        assertThat(why(List.of(), "surface > 3")).contains("importez");
    }

    private static String why(List<BuildingRecord> records, String ecql) throws Failure {
        assertThat(FindBuildings.run(records, ecql)).isEmpty();
        return Texts.current().text(FindBuildings.whyNothing(records, ecql));
    }
}
