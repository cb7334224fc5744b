package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.Shared;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZonalCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesTheTableOfExactextract() throws Exception {
        Path csv = folder.resolve("z.csv");
        int code = run(
                "zonal",
                "--zones",
                Shared.path("reference/zonal/roofs.gpkg").toString(),
                "--raster",
                Shared.path("reference/zonal/irradiation.tif").toString(),
                "--out",
                csv.toString());
        assertThat(err.toString()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        List<String> lines = Files.readAllLines(csv);
        List<String> expected = Files.readAllLines(Shared.path("reference/zonal/expected.csv"));
        assertThat(lines).hasSize(3001);
        assertThat(lines.getFirst()).isEqualTo("id,count,sum,mean,min,max,stdev");
        for (int i = 1; i <= 3000; i++) {
            String[] got = lines.get(i).split(",");
            String[] want = expected.get(i).replace("\"", "").split(",");
            assertThat(got[0]).isEqualTo(want[0]);
            assertThat(Double.parseDouble(got[3])).isCloseTo(Double.parseDouble(want[1]), within(1e-4));
        }
    }

    /** Zones in degrees or another projection are carried over to the system of the raster. */
    @Test
    void zonesInAnotherSystemAreTransformed() throws Exception {
        Path raster = Files.writeString(
                folder.resolve("r.asc"),
                "ncols 2\nnrows 2\nxllcorner 700000\nyllcorner 6600000\ncellsize 100\nnodata_value -9999\n1 2\n3 4\n");
        // 3° E, 46.5° N is the origin of Lambert-93: (700000, 6600000).
        Path zones = Files.writeString(
                folder.resolve("z.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"nom\":\"a, b\"},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[3,46.5],[3.0006,46.5],[3.0006,46.5004],[3,46.5004],[3,46.5]]]}},"
                        + "{\"type\":\"Feature\",\"properties\":{\"nom\":\"loin\"},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[4,46.5],[4.1,46.5],[4.1,46.6],[4,46.5]]]}}]}");
        Path csv = folder.resolve("z.csv");
        int code = run(
                "zonal",
                "--zones",
                zones.toString(),
                "--raster",
                raster.toString(),
                "--out",
                csv.toString(),
                "--crs",
                "EPSG:2154",
                "--id",
                "nom");
        assertThat(err.toString()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(1)).startsWith("\"a, b\",");
        assertThat(Double.parseDouble(lines.get(1).split(",")[4])).isCloseTo(3, within(1e-9));
        assertThat(lines.get(2)).isEqualTo("loin,0,0,,,,");
    }

    @Test
    void whatIsMissingIsSaidInOneSentence() throws Exception {
        Path raster = Files.writeString(
                folder.resolve("r.asc"), "ncols 1\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n5\n");
        Path zones = Files.writeString(folder.resolve("z.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[]}");
        String[] files = {
            "--zones",
            zones.toString(),
            "--raster",
            raster.toString(),
            "--out",
            folder.resolve("o.csv").toString()
        };
        assertThat(run("zonal", files[0], files[1], files[2], files[3], files[4], files[5]))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("--crs").doesNotContain("Exception").hasLineCount(1);
        assertThat(folder.resolve("o.csv")).doesNotExist();
        assertThat(run("zonal", "--zones", "x")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("--raster");
    }

    private int run(String... arguments) {
        return HeliotoitCommand.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
