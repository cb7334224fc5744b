package fr.heliotoit.ui;

import fr.heliotoit.app.NewProject;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.ui.model.LoadedProject;
import java.nio.file.Path;

/** The project file while its window is open. Used by jobs only, one at a time. */
final class ProjectSession implements AutoCloseable {
    private final ProjectFile file;

    private ProjectSession(ProjectFile file) {
        this.file = file;
    }

    static ProjectSession open(Path path) throws Failure {
        ProjectFile file = ProjectFile.open(path);
        // For as long as the window shows it, so that nobody changes what it shows; read-only when somebody else came
        // first.
        try {
            file.claim();
        } catch (Failure e) {
            file.close();
            throw e;
        }
        return new ProjectSession(file);
    }

    /** @throws Failure also when the file exists: nothing is overwritten */
    static ProjectSession create(Path path, ProjectInfo info) throws Failure {
        return new ProjectSession(NewProject.run(path, info));
    }

    ProjectFile file() {
        return file;
    }

    /** Reads what the window shows. */
    LoadedProject load(Progress progress) throws Failure {
        progress.at("ui.stage.read", 0, 0);
        return LoadedProject.of(
                file.path(),
                file.info(),
                file.readOnly(),
                file.current().orElse(null),
                file.computationSources(),
                file.citations(),
                file.files(),
                file.records(),
                file::layer);
    }

    @Override
    public void close() throws Failure {
        file.close();
    }
}
