package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.text.Texts;
import fr.heliotoit.tiles.Network;
import fr.heliotoit.ui.model.Dossiers;
import fr.heliotoit.ui.model.Jobs;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.ProjectModel;
import fr.heliotoit.ui.model.RecentProjects;
import fr.heliotoit.ui.model.UndoStack;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window: menus and tools on top, start page or workbench in the middle, status below. */
public final class MainWindow {
    /** Under what name the language is remembered. */
    static final String LANGUAGE = "language";

    private final Stage stage;
    private final Services services;
    private final ProjectModel model;
    private final Theme theme;
    private final SessionMemory memory;
    private final Notices notices;
    private final Jobs jobs;
    private final StatusBar status;
    private final UndoStack undo = new UndoStack();
    private final Dossiers dossiers;
    private final Workbench workbench;
    private final SearchBox search;
    private final ProjectCommands commands;
    private final PaperCommands papers;
    private final DecisionCommands decisions;
    private final StartPage start;
    private final RecentProjects recent;
    private final VBox top = new VBox();
    private final HBox tools;
    private final StackPane middle = new StackPane();
    private @Nullable MainWindow next;

    /**
     * Builds the window without showing it.
     *
     * @param services what differs between the product and a test
     */
    public MainWindow(Stage stage, Services services) {
        this.stage = stage;
        this.services = services;
        this.model = new ProjectModel(services.query());
        this.recent = services.recent();
        // The status bar shows the jobs, whose listener speaks through the status bar.
        this.notices = new Notices(stage, text -> statusText(text));
        this.jobs = new Jobs(notices);
        this.status = new StatusBar(model, jobs);
        this.commands = new ProjectCommands(this, services);
        this.papers = new PaperCommands(this, services);
        this.decisions = new DecisionCommands(this, services);
        this.dossiers = new Dossiers(undo, commands::saveDossier);
        this.workbench = new Workbench(
                model,
                services.conventions(),
                services.settings(),
                services.baseMaps(),
                status,
                dossiers,
                List.of(button("sheet", papers::sheet), button("survey", papers::survey)));
        this.memory = new SessionMemory(model, workbench, services.settings());
        new Consultations(model, services.usage(), () -> workbench.card().getScene() != null);
        this.search = new SearchBox(model, workbench::goTo);
        this.start =
                new StartPage(commands::openProject, commands::startWithImport, commands::openDemo, commands::open);
        this.tools = tools();
        middle.getChildren().addAll(workbench, start);
        BorderPane root = new BorderPane(middle);
        root.setTop(top);
        root.setBottom(status);
        Scene scene = new Scene(root, 1280, 720);
        this.theme = new Theme(scene, services.settings());
        top.getChildren().addAll(new MainMenu(this, services.settings()), tools);
        scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+K"), this::focusSearch);
        scene.setOnDragOver(MainWindow::dragOver);
        scene.setOnDragDropped(this::dropped);
        stage.setScene(scene);
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        WindowPlace.restore(stage, services.settings());
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        model.projectProperty().addListener((o, before, now) -> showProject(now));
        showProject(null);
    }

    public void show() {
        stage.show();
    }

    /**
     * Shows the window with the project that is being read, or goes back to where a window was that ended unexpectedly.
     *
     * @param patience how long the window waits for its project before it shows itself without [ms]
     */
    void begin(Preparation preparation, int patience) {
        if (preparation.file() == null) {
            show();
            comeBack();
            return;
        }
        preparation.wait(patience);
        commands.open(preparation);
        show();
    }

    /** After a window that ended unexpectedly: opens its project again and goes where it was. */
    void comeBack() {
        memory.abandoned()
                .ifPresent(place -> commands.open(place.project(), () -> {
                    memory.goTo(place);
                    statusText(t("session.back"));
                }));
    }

    /** Speaks another language from now on, with the same project at the same place. Not while a job runs. */
    void speak(String language) {
        services.settings().put(LANGUAGE, language);
        Texts.choose(language);
        Optional<SessionMemory.Place> place = memory.place();
        boolean maximized = stage.isMaximized();
        double width = stage.getWidth();
        double height = stage.getHeight();
        Network network = workbench.background().network();
        remember();
        // Every text of the window is set when it is built: it is built anew.
        commands.shutDown();
        workbench.background().close();
        theme.close();
        MainWindow built = new MainWindow(stage, services);
        next = built;
        // With the password, which stands nowhere else.
        built.workbench.background().use(network);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.setMaximized(maximized);
        place.ifPresent(here -> built.commands.open(here.project(), () -> built.memory.goTo(here)));
    }

    /** This window, or the one that took its place when the language changed. */
    MainWindow current() {
        return next == null ? this : next.current();
    }

    void network() {
        new NetworkDialog(this).ask();
    }

    void settings() {
        new SettingsDialog(this).ask();
    }

    /** The project's state and what is done with it, for tests and pictures. */
    public ProjectModel model() {
        return model;
    }

    public ProjectCommands commands() {
        return commands;
    }

    Workbench workbench() {
        return workbench;
    }

    DecisionCommands decisions() {
        return decisions;
    }

    PaperCommands papers() {
        return papers;
    }

    Dossiers dossiers() {
        return dossiers;
    }

    UndoStack undo() {
        return undo;
    }

    Notices notices() {
        return notices;
    }

    Jobs jobs() {
        return jobs;
    }

    Theme theme() {
        return theme;
    }

    Stage stage() {
        return stage;
    }

    void statusText(String text) {
        status.say(text);
    }

    void focusSearch() {
        if (model.project().isPresent()) {
            search.requestFocus();
            search.selectAll();
        }
    }

    /** Stops the running job, closes the project and the window. */
    public void quit() {
        remember();
        commands.shutDown();
        workbench.background().close();
        theme.close();
        stage.close();
    }

    private void remember() {
        WindowPlace.keep(stage, services.settings());
        if (model.project().isPresent()) {
            workbench.rememberShares();
        }
    }

    private void showProject(@Nullable LoadedProject project) {
        boolean open = project != null;
        workbench.setVisible(open);
        tools.setVisible(open);
        tools.setManaged(open);
        start.setVisible(!open);
        if (project == null) {
            stage.setTitle("Héliotoit");
            start.setRecent(recent.paths());
            return;
        }
        String commune = project.info().commune().name();
        String code = project.info().commune().inseeCode();
        String place = code == null ? commune : commune + " (" + code + ")";
        StringBuilder title = new StringBuilder("Héliotoit — ").append(place);
        if (!project.vintage().isEmpty()) {
            title.append(" — ").append(t("status.vintage", project.vintage()));
        }
        if (project.info().synthetic()) {
            title.append(" — ").append(t("synthetic"));
        }
        if (project.readOnly()) {
            title.append(" — ").append(t("readonly"));
        }
        stage.setTitle(title.toString());
    }

    private HBox tools() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(
                search,
                space,
                button("import", commands::importFiles),
                button("compute", commands::compute),
                button("report", papers::report),
                button("kit", papers::kit));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("tool-row");
        return row;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(t("menu." + key));
        button.setId("tool-" + key);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        if (key.equals("import") || key.equals("compute")) {
            button.disableProperty()
                    .bind(model.projectProperty().map(LoadedProject::readOnly).orElse(true));
        }
        return button;
    }

    private static void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            commands.dropped(event.getDragboard().getFiles().stream()
                    .map(java.io.File::toPath)
                    .toList());
        }
        event.setDropCompleted(true);
        event.consume();
    }
}
