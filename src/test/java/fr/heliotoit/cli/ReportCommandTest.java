package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.store.ProjectFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @Test
    void writesTheReportNotesItAndLeavesNothingElse(@TempDir Path folder) throws Exception {
        Path project = folder.resolve("p.gpkg");
        Path pdf = folder.resolve("rapport.pdf");
        assertThat(Cli.run("new", project, "--name", "Kronenhuset", "--crs", "EPSG:3007")
                        .code())
                .isZero();
        Files.writeString(pdf, "%PDF-1.4 the report of last year");
        Cli run = Cli.run("report", project, "--out", pdf);
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("rapport.pdf");
        assertThat(Files.readAllBytes(pdf)).startsWith("%PDF-1.".getBytes(StandardCharsets.US_ASCII));
        try (ProjectFile file = ProjectFile.open(project)) {
            assertThat(file.journal()).last().satisfies(e -> {
                assertThat(e.action()).isEqualTo("rapport");
                assertThat(e.detail()).isEqualTo("rapport.pdf");
            });
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(f -> f.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void aFolderThatIsNotThereIsOneSentence(@TempDir Path folder) {
        Path project = folder.resolve("p.gpkg");
        Cli.run("new", project, "--name", "Kronenhuset", "--crs", "EPSG:3007");
        Cli run = Cli.run("report", project, "--out", folder.resolve("absent/rapport.pdf"));
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("rapport.pdf").contains("créez-le").doesNotContain("\tat ");
    }
}
