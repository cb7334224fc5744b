package fr.heliotoit;

import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test on an empty project of Lens, in Lambert-93. */
public abstract class LensProject {
    @TempDir
    protected Path folder;

    protected ProjectFile project;

    @BeforeEach
    void open() throws Failure {
        project = ProjectFile.create(
                folder.resolve("p.gpkg"),
                new ProjectInfo(new Commune("62498", "Lens", null, null), Crs.LAMBERT_93, false));
    }

    @AfterEach
    void close() {
        project.close();
    }
}
