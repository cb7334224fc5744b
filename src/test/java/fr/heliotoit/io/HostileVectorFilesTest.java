package fr.heliotoit.io;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.Shared;
import fr.heliotoit.text.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd and corrupt files collected from the test suites of other readers: each is read or refused with a sentence. */
class HostileVectorFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"shp", "gpkg", "geojson", "json"})
    void everyFileIsReadOrRefusedWithASentence(String format) throws Exception {
        StringBuilder report = new StringBuilder();
        int files = 0;
        for (Path file : files("data/badinput/" + format)) {
            if (!VectorFiles.supports(file)) {
                continue;
            }
            files++;
            report.append(file.getFileName()).append(": ").append(outcome(file)).append('\n');
        }
        Path written = Files.createDirectories(Path.of("target", "hostile")).resolve(format + ".txt");
        Files.writeString(written, report);
        assertThat(files).isPositive();
    }

    @Test
    void jsonThatMustBeRejectedIsRejected() throws Exception {
        for (Path file : files("data/badinput/json")) {
            if (file.getFileName().toString().startsWith("n_")) {
                assertThat(outcome(file)).as(file.toString()).startsWith("refused");
            }
        }
    }

    private static List<Path> files(String folder) throws Exception {
        try (Stream<Path> all = Files.walk(Shared.path(folder))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String outcome(Path file) {
        int read = 0;
        int without = 0;
        double area = 0;
        try (VectorSource source = VectorFiles.open(file)) {
            for (VectorFeature f = source.next(); f != null; f = source.next()) {
                read++;
                if (f.geometry() == null) {
                    without++;
                    assertThat(f.problem()).isNotNull();
                } else {
                    area += f.geometry().getArea();
                }
            }
            return read + " features, " + without + " without geometry, area " + area + ", " + source.encoding() + ", "
                    + source.crs().map(c -> c.code()).orElse("no crs") + ", columns " + source.columns() + ", "
                    + source.findings().stream().map(f -> f.code()).toList();
        } catch (Failure e) {
            assertThat(e.getMessage()).endsWith(".");
            return "refused: " + e.getMessage();
        }
    }
}
