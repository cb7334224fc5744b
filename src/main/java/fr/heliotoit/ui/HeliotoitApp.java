package fr.heliotoit.ui;

import fr.heliotoit.app.Installation;
import fr.heliotoit.app.NewProject;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import fr.heliotoit.ui.model.RecentProjects;
import fr.heliotoit.ui.model.UserSettings;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window as JavaFX starts it. The one parameter is the project to open; without it the start page is shown. */
public final class HeliotoitApp extends Application {
    private @Nullable MainWindow window;

    /**
     * Opens the window and returns when it is closed.
     *
     * @param project to open; null for the start page
     */
    public static void launch(@Nullable Path project) {
        Application.launch(HeliotoitApp.class, project == null ? new String[0] : new String[] {project.toString()});
    }

    @Override
    public void start(Stage stage) throws Failure {
        UserSettings settings = new UserSettings(UserFolders.settings());
        settings.get(MainWindow.LANGUAGE).ifPresent(Texts::choose);
        Services services = new Services(
                Installation.conventions(),
                new EcqlQuery(),
                () -> NewProject.communes().all(),
                new SystemFilePicker(stage),
                file -> getHostServices().showDocument(file.toUri().toString()),
                new RecentProjects(UserFolders.settings()),
                settings,
                UserFolders.documents());
        MainWindow opened = new MainWindow(stage, services);
        window = opened;
        opened.show();
        List<String> parameters = getParameters().getRaw();
        if (!parameters.isEmpty()) {
            opened.commands().open(Path.of(parameters.getFirst()));
        } else {
            opened.comeBack();
        }
    }

    @Override
    public void stop() {
        if (window != null) {
            window.current().commands().shutDown();
        }
    }
}
