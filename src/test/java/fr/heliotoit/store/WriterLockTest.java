package fr.heliotoit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.ProjectStatus;
import fr.heliotoit.cli.Cli;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writer at a time, and everybody else is told who. */
class WriterLockTest {
    private static final ProjectInfo LENS =
            new ProjectInfo(new Commune("62498", "Lens", null, null), Crs.LAMBERT_93, false);

    @TempDir
    private Path folder;

    private Path file;
    private Path lock;

    @BeforeEach
    void project() throws Failure {
        file = folder.resolve("p.gpkg");
        lock = folder.resolve("p.gpkg.lock");
        ProjectFile.create(file, LENS).close();
        assertThat(lock).doesNotExist();
    }

    private static BuildingFile note(String text) {
        return new BuildingFile("a", ProjectStatus.NONE, text, new TreeMap<>(), new TreeMap<>());
    }

    @Test
    void theSecondProcessReadsAndIsToldWhoWritesUntilThatOneIsGone() throws Exception {
        Process other = Holder.start(Holder.class, file.toString());
        try (ProjectFile project = ProjectFile.open(file)) {
            assertThat(project.readOnly()).isTrue();
            assertThat(project.claim()).isFalse();
            assertThat(project.journal()).hasSize(1);
            assertThatThrownBy(() -> project.saveFile(note("x")))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("ouvert en écriture par " + System.getProperty("user.name"))
                    .hasMessageContaining("rien n'a été modifié");
            // An import says so before it reads its files.
            assertThat(Cli.run("import", file.toString(), "absent.shp"))
                    .matches(r -> r.code() == 2 && r.err().contains("ouvert en écriture par"));
            project.note("rapport", "rapport.pdf");
            assertThat(project.unnoted()).isPresent();

            // However it ends: nothing of it is left but the lock file.
            other.destroyForcibly();
            assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(lock).exists();
            project.saveFile(note("x"));
            assertThat(project.readOnly()).isFalse();
            assertThat(project.file("a").notes()).isEqualTo("x");
            assertThat(lock).content().contains(System.getProperty("user.name"));
        } finally {
            other.destroyForcibly();
        }
        assertThat(lock).doesNotExist();
    }

    @Test
    void whatIsMadeOfAnOlderStateIsNotWrittenOverANewerOne() throws Exception {
        try (ProjectFile one = ProjectFile.open(file);
                ProjectFile two = ProjectFile.open(file)) {
            one.saveFile(note("first"));
            assertThatThrownBy(() -> two.saveFile(note("second")))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("modifié depuis sa lecture");
            assertThat(one.file("a").notes()).isEqualTo("first");
            // Having read it, two knows what it writes over.
            assertThat(two.file("a").notes()).isEqualTo("first");
            two.saveFile(note("second"));
            assertThat(one.file("a").notes()).isEqualTo("second");
        }
    }

    @Test
    void aLockFileThatNobodyHoldsIsTakenOver() throws Exception {
        Files.writeString(lock, "utilisateur=Marie\nposte=PC-12\nprocessus=1\ndepuis=2020-01-01T08:00:00Z\n");
        try (ProjectFile project = ProjectFile.open(file)) {
            assertThat(project.readOnly()).isFalse();
            project.saveFile(note("x"));
            assertThat(lock).content().doesNotContain("Marie");
        }
        assertThat(lock).doesNotExist();
    }
}
