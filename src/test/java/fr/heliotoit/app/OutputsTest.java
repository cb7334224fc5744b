package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.io.FileDigest;
import fr.heliotoit.store.Commits;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result never takes the place of a work or of data. */
class OutputsTest {
    @TempDir
    private Path folder;

    private ProjectFile project(String name) throws Failure {
        return ProjectFile.create(
                folder.resolve(name), new ProjectInfo(new Commune(null, "Lieu", null, null), Crs.LAMBERT_93, false));
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Failure.class, f -> assertThat(f.sentence().key()).isEqualTo(key));
    }

    @Test
    void anotherProjectIsNotReplacedButAnExportIs() throws Exception {
        project("autre.gpkg").close();
        refused("app.output.project", () -> Outputs.check(folder.resolve("autre.gpkg")));
        try (ProjectFile own = project("p.gpkg")) {
            new ExportBuildings(own, List.of(), null).run(ExportFormat.gpkg, List.of(), folder.resolve("export.gpkg"));
        }
        assertThatCode(() -> Outputs.check(folder.resolve("export.gpkg"))).doesNotThrowAnyException();
    }

    @Test
    void whatTheProjectRefersToIsNotReplaced() throws Exception {
        Path raster = Files.writeString(folder.resolve("mns.tif"), "II*");
        try (ProjectFile project = project("p.gpkg")) {
            Commits.input(project, new InputFile(InputFile.Kind.SURFACE_MODEL, "mns.tif", "00", null));
        }
        refused("app.output.input", () -> Outputs.check(raster, folder.resolve("p.gpkg")));
    }

    @Test
    void partsOfAShapefileAndFilesOfAFolderAreNotReplaced() throws Exception {
        Path shp = Files.writeString(folder.resolve("bat.shp"), "x");
        Path dbf = Files.writeString(folder.resolve("bat.dbf"), "x");
        Path csv = Files.writeString(folder.resolve("bat.csv"), "id");
        refused("app.output.input", () -> Outputs.check(dbf, shp));
        refused("app.output.source", () -> Outputs.check(dbf));
        refused("app.output.input", () -> Outputs.check(csv, folder));
        assertThatCode(() -> Outputs.check(csv, shp)).doesNotThrowAnyException();
    }

    @Test
    void aFileOfAnotherKindIsNotReplaced() throws Exception {
        Path pdf = Files.writeString(folder.resolve("a.pdf"), "%PDF-1.7");
        refused("app.output.otherKind", () -> Outputs.write(pdf, out -> out.write('x')));
        assertThat(pdf).hasContent("%PDF-1.7");
        Path text = Files.writeString(folder.resolve("t"), "kit.titre=Toits");
        refused("app.output.otherKind", () -> Outputs.write(text, out -> out.write(new byte[] {'P', 'K', 3, 4})));
        Outputs.write(text, out -> out.write('y'));
        assertThat(text).hasContent("y");
    }

    @Test
    void aRasterThatWasReplacedIsNoticed() throws Exception {
        Path one = Files.writeString(folder.resolve("a.tif"), "one");
        Path two = Files.writeString(folder.resolve("b.tif"), "two");
        List<Path> both = List.of(one, two);
        try (ProjectFile project = project("p.gpkg")) {
            Commits.input(
                    project,
                    new InputFile(InputFile.Kind.SURFACE_MODEL, "a.tif", FileDigest.sha256(one), null),
                    new InputFile(InputFile.Kind.SURFACE_MODEL, "b.tif", FileDigest.sha256(two), null));
            assertThat(RegisteredFiles.replaced(project, both, FileDigest.sha256(both)))
                    .isFalse();
            assertThat(RegisteredFiles.replaced(project, List.of(one), FileDigest.sha256(one)))
                    .isFalse();
            Files.writeString(two, "new");
            assertThat(RegisteredFiles.replaced(project, both, FileDigest.sha256(both)))
                    .isTrue();
            assertThat(RegisteredFiles.replaced(project, List.of(two), FileDigest.sha256(two)))
                    .isTrue();
            Path other = Files.writeString(folder.resolve("c.tif"), "three");
            assertThat(RegisteredFiles.replaced(project, List.of(other), FileDigest.sha256(other)))
                    .isFalse();
        }
    }
}
