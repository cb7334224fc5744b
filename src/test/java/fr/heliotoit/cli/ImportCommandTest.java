package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.Shared;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.store.ProjectFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files through the command line. */
class ImportCommandTest {
    private static final String GOTEBORG = "data/dsm/goteborg-kronenhuset/Goteborg_SWEREF99_1200/";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void bdTopoWithoutItsPrjFileIsAskedForAndThenTaken() throws Exception {
        Path project = project(Crs.LAMBERT_93);
        for (String ending : new String[] {"shp", "shx", "dbf"}) {
            Files.copy(
                    Shared.path("data/france/bdtopo-v3-12174/BATIMENT." + ending),
                    folder.resolve("BATIMENT." + ending));
        }
        assertThat(run(project, folder.resolve("BATIMENT.shp"))).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("ce pourrait être EPSG:2154").doesNotContain("\tat ");
        assertThat(run(project, folder.resolve("BATIMENT.shp"), "--crs", "EPSG:2154", "--vintage", "2023-02"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString().replace('\u202F', ' '))
                .contains("Objets lus : 2 273 · acceptés : 2 273 · refusés : 0 · ignorés : 0")
                .contains("Millésime 2023-02 enregistré : 2 273 bâtiments");
        assertThat(buildings(project)).isEqualTo(2273);
    }

    @Test
    void lyonComesFromItsOwnConic() throws Exception {
        Path project = project(Crs.LAMBERT_93);
        Path findings = folder.resolve("constats.csv");
        assertThat(run(
                        project,
                        Shared.path("data/france/lyon1-buildings/buildings_lyon1.geojson"),
                        "--findings",
                        findings.toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(buildings(project)).isEqualTo(2576);
        assertThat(Files.readString(findings))
                .startsWith("gravite,code,objet,x,y,message\r\n")
                .contains("PROFILE");
    }

    @Test
    void kronenhusetWithItsSurfaceModelAndWeather() throws Exception {
        Path project = project(new Crs("EPSG:3007"));
        assertThat(run(project, Shared.path(GOTEBORG + "buildings.shp"))).isEqualTo(ExitCode.DONE);
        assertThat(run(project, Shared.path(GOTEBORG + "DSM_KRbig.tif"), "--as", "mns"))
                .isEqualTo(ExitCode.DONE);
        assertThat(run(project, Shared.path(GOTEBORG + "GBG_TMY_1977.txt"), "--as", "meteo"))
                .isEqualTo(ExitCode.DONE);
        assertThat(buildings(project)).isEqualTo(137);
        try (ProjectFile file = ProjectFile.open(project)) {
            assertThat(file.inputs()).extracting(i -> i.kind().code()).containsExactly("meteo", "mns");
        }
    }

    @Test
    void refusedFeaturesAreToldByTheExitCode() throws Exception {
        Path project = project(Crs.LAMBERT_93);
        Path points = Files.writeString(
                folder.resolve("points.geojson"),
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[2.8,50.4]}}");
        assertThat(run(project, points)).isEqualTo(ExitCode.REFUSED);
        assertThat(out.toString()).contains("GEOM_NOT_POLYGON").contains("Le projet n'a pas été modifié.");
    }

    private Path project(Crs crs) throws Exception {
        Path file = folder.resolve("projet.gpkg");
        ProjectFile.create(file, new ProjectInfo(new Commune(null, "Essai", null, null), crs, false))
                .close();
        return file;
    }

    private static int buildings(Path project) throws Exception {
        try (ProjectFile file = ProjectFile.open(project)) {
            return file.records().size();
        }
    }

    private int run(Path project, Path file, String... options) {
        List<String> arguments = new ArrayList<>(List.of("import", project.toString(), file.toString()));
        arguments.addAll(List.of(options));
        int code = HeliotoitCommand.run(
                arguments.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
        return code;
    }
}
