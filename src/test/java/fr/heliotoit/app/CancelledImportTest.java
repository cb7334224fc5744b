package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An update of a computed commune is given up at any of its stages, the last rows included. */
class CancelledImportTest {
    private static final int ROWS = 3000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"app.stage.read", "app.stage.compare", "app.stage.commit", "store.stage.write"})
    void whatIsGivenUpLeavesEveryByte(String stage) throws Failure, IOException {
        Path file = folder.resolve("commune.gpkg");
        StoreBenchmark.make(file, 1000, Progress.NONE);
        StoreBenchmark.makeShapefile(folder.resolve("update"), ROWS);
        byte[] before = Files.readAllBytes(file);
        AtomicBoolean cancelled = new AtomicBoolean();
        Progress progress = new Progress() {
            @Override
            public void at(String reached, long done, long total) {
                // Of the rows the last thousand: after them nothing but the end of the transaction is left.
                if (reached.equals(stage) && (done + 1000 >= total || !stage.equals("store.stage.write"))) {
                    cancelled.set(true);
                }
            }

            @Override
            public boolean cancelled() {
                return cancelled.get();
            }
        };
        try (ProjectFile project = ProjectFile.open(file)) {
            assertThatThrownBy(() -> ImportBatch.run(
                            project,
                            List.of(folder.resolve("update.shp")),
                            new ImportOptions(null, "2027-03", null, false),
                            progress))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(cancelled).isTrue();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }
}
