package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.Shared;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.report.Accessibility;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way through the product by its command line: the demonstration (always) and real places (where they are at hand). */
class RealPlacesTest {
    @TempDir
    private Path folder;

    private static void done(Cli result) {
        assertThat(result.code()).as(result.err()).isZero();
    }

    @Test
    void theDemonstrationRunsFromFilesToPaper() throws Exception {
        Cli demo = Cli.run("demo", "--out", folder);

        done(demo);
        assertThat(demo.out()).contains("données synthétiques", "saint-soleil-en-artois.gpkg");
        Path project = folder.resolve("saint-soleil-en-artois.gpkg");
        assertThat(demo.out()).contains(project.toString());
        Accessibility.check(Files.readAllBytes(folder.resolve("rapport-saint-soleil-en-artois.pdf")));
        assertThat(start(folder.resolve("carte-saint-soleil-en-artois.png"))).contains("PNG");
        everyBuildingHasAFigureOrAReason(project, 405, 300);

        // The project is never overwritten by what is made from it.
        assertThat(Cli.run("report", project, "--out", project).code()).isEqualTo(ExitCode.FAILED);
        assertThat(Cli.run("query", project, "surface > 1", "--format", "csv", "--out", project)
                        .code())
                .isEqualTo(ExitCode.FAILED);
        everyBuildingHasAFigureOrAReason(project, 405, 300);

        Cli vintage = Cli.run("import", project, Path.of("data/demo/batiments-2026.gpkg"), "--vintage", "2026-13");
        assertThat(vintage.code()).isEqualTo(ExitCode.FAILED);
        assertThat(vintage.err()).contains("« 2026-13 » n'est pas un millésime");
        Path roofs = Files.copy(Path.of("data/demo/batiments-2024.gpkg"), folder.resolve("zones.gpkg"));
        assertThat(Cli.run("zonal", "--zones", roofs, "--raster", Path.of("data/demo/irradiation.tif"), "--out", roofs)
                        .code())
                .isEqualTo(ExitCode.FAILED);
        assertThat(roofs).hasSameBinaryContentAs(Path.of("data/demo/batiments-2024.gpkg"));

        Cli query = Cli.run("query", project, "usage = 'public' AND surface > 100", "--format", "csv");
        done(query);
        assertThat(query.out()).contains("École Jean-Macé");
        // Heights are no irradiation: refused, and the figures stay.
        Cli heights = Cli.run("compute", project, "--irradiation", Path.of("data/demo/mns.tif"));
        assertThat(heights.code()).isEqualTo(ExitCode.FAILED);
        assertThat(heights.err()).contains("mns.tif n'est pas une irradiation annuelle");
        everyBuildingHasAFigureOrAReason(project, 405, 300);
        // Import of the next vintage: one feature is refused on purpose, so the exit code is 1 and the rest is there.
        assertThat(Cli.run("import", project, Path.of("data/demo/batiments-2026.gpkg"))
                        .code())
                .isEqualTo(ExitCode.REFUSED);
        done(Cli.run("compute", project, "--irradiation", Path.of("data/demo/irradiation.tif")));
        everyBuildingHasAFigureOrAReason(project, 408, 300);
    }

    @Test
    void goteborgGoesFromSurfaceModelToReport() throws Exception {
        Path place = Shared.path("data/dsm/goteborg-kronenhuset/Goteborg_SWEREF99_1200");
        Path project = folder.resolve("kronenhuset.gpkg");
        Path report = folder.resolve("kronenhuset.pdf");

        done(Cli.run("new", project, "--name", "Kronenhuset", "--crs", "EPSG:3007"));
        Cli imported = Cli.run("import", project, place.resolve("buildings.shp"));
        done(imported);
        assertThat(imported.out()).contains("137");
        done(Cli.run(
                "compute",
                project,
                "--dsm",
                place.resolve("DSM_KRbig.tif"),
                "--weather",
                place.resolve("GBG_TMY_1977.txt")));
        // 27 roofs lie wholly in the data; those on which no site fits in the sun have a reason since modules are laid.
        everyBuildingHasAFigureOrAReason(project, 137, 15);
        Cli query = Cli.run("query", project, "classe >= 3", "--format", "csv", "--columns", "id,irradiation,classe");
        done(query);
        assertThat(query.out().lines().count()).isGreaterThan(5);
        done(Cli.run("report", project, "--out", report));
        Accessibility.check(Files.readAllBytes(report));
    }

    @Test
    void aShapefileWithoutPrjAsksForItsSystemAndThenComesInWhole() throws Exception {
        Path source = Shared.path("data/france/bdtopo-v3-12174");
        Path buildings = folder.resolve("BATIMENT.shp");
        for (String name : List.of("BATIMENT.shp", "BATIMENT.dbf", "BATIMENT.shx")) {
            Files.copy(source.resolve(name), folder.resolve(name));
        }
        Path project = folder.resolve("p.gpkg");
        done(Cli.run("new", project, "--commune", "12174"));

        Cli asked = Cli.run("import", project, buildings);
        assertThat(asked.code()).isEqualTo(ExitCode.FAILED);
        assertThat(asked.err()).contains("--crs").doesNotContain("Exception");
        done(Cli.run("import", project, buildings, "--crs", "EPSG:2154"));
        everyBuildingHasAFigureOrAReason(project, 2273, 0);
        done(Cli.run("report", project, "--out", folder.resolve("empty.pdf")));
        Accessibility.check(Files.readAllBytes(folder.resolve("empty.pdf")));
        // A raster of another place is refused, and what was known stays.
        Cli elsewhere = Cli.run("compute", project, "--irradiation", Path.of("data/demo/irradiation.tif"));
        assertThat(elsewhere.code()).isEqualTo(ExitCode.FAILED);
        assertThat(elsewhere.err()).contains("irradiation.tif ne couvre aucun bâtiment");
    }

    @Test
    void geoJsonInConicalConformIsMovedToLambert93() throws Failure {
        Path buildings = Shared.path("data/france/lyon1-buildings/buildings_lyon1.geojson");
        Path project = folder.resolve("p.gpkg");
        done(Cli.run("new", project, "--commune", "69123"));

        done(Cli.run("import", project, buildings));
        everyBuildingHasAFigureOrAReason(project, 2576, 0);
        try (ProjectFile file = ProjectFile.open(project)) {
            // Lyon is near x 842 km, y 6 520 km in Lambert-93.
            assertThat(file.records()).allSatisfy(r -> {
                assertThat(r.building().footprint().getCentroid().getX()).isBetween(830_000.0, 860_000.0);
                assertThat(r.building().footprint().getCentroid().getY()).isBetween(6_500_000.0, 6_540_000.0);
            });
        }
    }

    private static void everyBuildingHasAFigureOrAReason(Path project, int buildings, int leastFigures) throws Failure {
        try (ProjectFile file = ProjectFile.open(project)) {
            List<BuildingRecord> records = file.records();
            assertThat(records).hasSize(buildings);
            long figures = 0;
            for (BuildingRecord record : records) {
                switch (record.outcome()) {
                    case SolarPotential potential -> {
                        figures++;
                        assertThat(potential.irradiationKWhM2()).isBetween(100.0, 1500.0);
                        assertThat(potential.peakPowerKWp())
                                .as(record.building().id())
                                .isGreaterThanOrEqualTo(3);
                    }
                    case NoFigure none -> assertThat(none.reason()).isNotNull();
                }
            }
            assertThat(figures).isGreaterThanOrEqualTo(leastFigures);
        }
    }

    private static String start(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1);
    }
}
