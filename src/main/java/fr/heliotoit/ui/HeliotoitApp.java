package fr.heliotoit.ui;

import fr.heliotoit.app.NewProject;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import fr.heliotoit.tiles.BaseMap;
import fr.heliotoit.ui.model.RecentProjects;
import fr.heliotoit.ui.model.UsageLog;
import fr.heliotoit.ui.model.UserSettings;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window as JavaFX starts it. */
public final class HeliotoitApp extends Application {
    /** How long the window may stay away to come with its project: less than it takes to wonder where it is. */
    static final int PATIENCE_MS = 400;

    /** Set before JavaFX makes the one object of this class. */
    private static @Nullable Preparation prepared;

    private @Nullable MainWindow window;

    /**
     * Opens the window and returns when it is closed.
     *
     * @param project to open; null for the start page
     */
    public static void launch(@Nullable Path project) {
        // Before anything is read that speaks.
        new UserSettings(UserFolders.settings()).get(MainWindow.LANGUAGE).ifPresent(Texts::choose);
        prepared = new Preparation(project);
        Application.launch(HeliotoitApp.class);
    }

    @Override
    public void start(Stage stage) throws Failure {
        UserSettings settings = new UserSettings(UserFolders.settings());
        Preparation preparation = prepared == null ? new Preparation(null) : prepared;
        Services services = new Services(
                preparation.conventions(),
                new EcqlQuery(),
                () -> NewProject.communes().all(),
                new SystemFilePicker(stage),
                file -> getHostServices().showDocument(file.toUri().toString()),
                new RecentProjects(UserFolders.settings()),
                settings,
                new UsageLog(UserFolders.settings(), settings),
                (arrived, problem) -> new BaseMap(UserFolders.cache().resolve("tuiles"), arrived, problem),
                UserFolders.documents());
        MainWindow opened = new MainWindow(stage, services);
        window = opened;
        opened.begin(preparation, PATIENCE_MS);
    }

    @Override
    public void stop() {
        if (window != null) {
            window.current().commands().shutDown();
        }
    }
}
