package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.io.ColumnProfile;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that no profile knows are named once and kept as a profile. */
class ImportColumnsTest {
    private static final Map<String, String> MAP = Map.of("id", "CODE_BAT", "height", "H_MAX", "nom", "DESIGN");

    @TempDir
    private Path folder;

    private ProjectFile project;

    @BeforeEach
    void open() throws Failure {
        System.setProperty(
                "heliotoit.packs", folder.resolve("own").resolve("packs").toString());
        project = ProjectFile.create(
                folder.resolve("p.gpkg"),
                new ProjectInfo(new Commune("24322", "Périgueux", null, null), Crs.LAMBERT_93, true));
    }

    @AfterEach
    void close() {
        System.clearProperty("heliotoit.packs");
        project.close();
    }

    private Path table(String header, double x) throws IOException {
        StringBuilder text = new StringBuilder(header + "\n");
        for (int i = 0; i < 3; i++) {
            double w = x + 20 * i;
            double e = w + 10;
            text.append("B%d;%s;Maison %d;M. X;POLYGON((%s 6457000,%s 6457000,%s 6457010,%s 6457010,%s 6457000))%n"
                    .formatted(i, i == 0 ? "" : "7,5", i, w, e, e, w, w));
        }
        return Files.writeString(folder.resolve("b.csv"), text);
    }

    private ImportReport load(@Nullable ColumnProfile columns, Path file) throws Failure {
        return ImportBatch.run(
                project,
                List.of(file),
                new ImportOptions(Crs.LAMBERT_93, "2024-06", null, columns, false),
                Progress.NONE);
    }

    private List<Building> buildings() throws Failure {
        return project.records().stream().map(BuildingRecord::building).toList();
    }

    @Test
    void columnsAreReadAsTheUserNamesThem() throws Exception {
        ImportReport report =
                load(ImportColumns.wanted(null, MAP, null), table("CODE_BAT;H_MAX;DESIGN;PROPRIO;wkt", 520_000));
        assertThat(buildings()).extracting(Building::id).containsExactly("B0", "B1", "B2");
        assertThat(buildings()).extracting(Building::heightM).containsExactly(null, 7.5, 7.5);
        assertThat(buildings()).extracting(Building::name).containsExactly("Maison 0", "Maison 1", "Maison 2");
        assertThat(report.findings()).extracting(Finding::code).contains("PERSONAL_DATA", "HEIGHT_MISSING");
    }

    @Test
    void aSavedProfileServesSimilarFilesByItself() throws Exception {
        Path saved = ImportColumns.save(
                java.util.Objects.requireNonNull(ImportColumns.wanted(null, MAP, null)), "sig-ville");
        assertThat(saved).exists();
        load(null, table("CODE_BAT;H_MAX;DESIGN;PROPRIO;wkt", 520_000));
        assertThat(buildings()).extracting(Building::id).containsExactly("B0", "B1", "B2");
        assertThat(ColumnProfile.read(saved)).isEqualTo(ImportColumns.wanted("sig-ville", Map.of(), null));
    }

    @Test
    void whatTheFileOrTheProgramDoesNotKnowIsRefusedByName() throws Exception {
        Path file = table("CODE;H_MAX;DESIGN;PROPRIO;wkt", 520_000);
        refused("app.import.profileUnfit", () -> load(ImportColumns.wanted(null, MAP, null), file));
        refused("app.import.profileUnknown", () -> ImportColumns.wanted("nix", Map.of(), null));
        refused("app.import.meaning", () -> ImportColumns.wanted(null, Map.of("couleur", "C"), null));
        refused("io.file.missing", () -> ImportColumns.wanted("nix.json", Map.of(), null));
        Path broken = Files.writeString(folder.resolve("x.json"), "{\"name\":\"x\"}");
        refused("io.profile.file", () -> ImportColumns.wanted(broken.toString(), Map.of(), null));
        assertThat(buildings()).isEmpty();
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Failure.class, f -> assertThat(f.sentence().key()).isEqualTo(key));
    }

    @Test
    void aFileFromFarAwayIsTold() throws Exception {
        ColumnProfile columns = ImportColumns.wanted(null, MAP, null);
        load(columns, table("CODE_BAT;H_MAX;DESIGN;PROPRIO;wkt", 520_000));
        assertThat(load(columns, table("CODE_BAT;H_MAX;DESIGN;PROPRIO;wkt", 525_000))
                        .findings())
                .extracting(Finding::code)
                .doesNotContain("FAR_AWAY");
        assertThat(load(columns, table("CODE_BAT;H_MAX;DESIGN;PROPRIO;wkt", 600_000))
                        .findings())
                .extracting(Finding::code)
                .contains("FAR_AWAY");
    }
}
