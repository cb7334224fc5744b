package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.ComputeInputs;
import fr.heliotoit.app.ComputePotential;
import fr.heliotoit.app.ComputeReport;
import fr.heliotoit.app.DataPacks;
import fr.heliotoit.app.DemoProject;
import fr.heliotoit.app.ImportBatch;
import fr.heliotoit.app.ImportColumns;
import fr.heliotoit.app.ImportOptions;
import fr.heliotoit.app.ImportReport;
import fr.heliotoit.app.Outputs;
import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.render.MapPicture;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.ui.model.Jobs;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.ProjectModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** What the menus do. Each command asks what it must, then hands the work to a job; the window goes on. */
public final class ProjectCommands {
    private final MainWindow window;
    private final Services services;
    private final ProjectModel model;

    /** Read and written by jobs, which run one at a time. */
    private volatile @Nullable ProjectSession session;

    ProjectCommands(MainWindow window, Services services) {
        this.window = window;
        this.services = services;
        this.model = window.model();
    }

    void openProject() {
        services.files().open(FilePicker.Kind.PROJECT).ifPresent(this::open);
    }

    /** Opens a project file in the background and shows it. */
    public void open(Path file) {
        open(file, () -> {});
    }

    /** @param then once it is shown */
    void open(Path file, Runnable then) {
        window.workbench().flush();
        run(t("job.open", file.getFileName()), progress -> replace(ProjectSession.open(file), progress), loaded -> {
            show(loaded);
            then.run();
        });
    }

    /** Shows the project that has been read since before there was a window: at once when it is there. */
    void open(Preparation prepared) {
        Path file = Objects.requireNonNull(prepared.file());
        Jobs.Work<LoadedProject> taking = progress -> {
            Preparation.Opened opened = prepared.project(progress);
            session = opened.session();
            return opened.loaded();
        };
        if (prepared.ready()) {
            try {
                show(taking.run(Progress.NONE));
                return;
            } catch (Failure | RuntimeException unreadable) {
                // The job meets it again, and tells it as it tells everything.
            }
        }
        run(t("job.open", file.getFileName()), taking, this::show);
    }

    /** The example made before, or else a new one. */
    void openDemo() {
        run(
                t("job.demo"),
                progress -> {
                    Path made = services.demoFolder().resolve(DemoProject.FILE);
                    Path file = Files.isRegularFile(made) ? made : DemoProject.create(services.demoFolder(), progress);
                    return replace(ProjectSession.open(file), progress);
                },
                this::show);
    }

    void newProject() {
        newProject(() -> {});
    }

    /** The middle door: a project is needed before something can be imported into it. */
    void startWithImport() {
        newProject(this::importFiles);
    }

    private void newProject(Runnable then) {
        new NewProjectDialog(window.stage(), services)
                .ask((file, info) -> run(
                        t("job.new", file.getFileName()),
                        progress -> replace(ProjectSession.create(file, info), progress),
                        loaded -> {
                            show(loaded);
                            then.run();
                        }));
    }

    void close() {
        window.workbench().flush();
        ProjectSession open = session;
        session = null;
        window.dossiers().close();
        model.close();
        window.workbench().open(null);
        if (open != null) {
            closeInBackground(open);
        }
    }

    void importFiles() {
        List<Path> files = services.files().openSeveral(FilePicker.Kind.IMPORT);
        if (!files.isEmpty()) {
            importFiles(files);
        }
    }

    /**
     * Files let fall on the window: a project is opened, anything else is imported. A GeoPackage may be either, and a project that falls on
     * an open one may be meant as data: that is asked.
     */
    void dropped(List<Path> files) {
        Path one = files.size() == 1 ? files.getFirst() : null;
        if (one == null || !one.toString().toLowerCase(Locale.ROOT).endsWith(".gpkg")) {
            importDropped(files);
            return;
        }
        // What it is stands in the file, which may lie on a slow server.
        Thread.ofVirtual().name("dropped").start(() -> {
            boolean project = ProjectFile.isProject(one);
            Platform.runLater(() -> dropped(one, project));
        });
    }

    private void dropped(Path file, boolean project) {
        if (!project) {
            importDropped(List.of(file));
        } else if (model.project().isEmpty()) {
            open(file);
        } else {
            window.notices()
                    .choose(
                            t("drop.title"),
                            t("drop.text", file.getFileName()),
                            List.of(
                                    new Notices.Choice(t("drop.open"), () -> open(file)),
                                    new Notices.Choice(t("drop.import"), () -> importDropped(List.of(file)))));
        }
    }

    private void importDropped(List<Path> files) {
        if (model.project().isPresent()) {
            importFiles(files);
        } else {
            newProject(() -> importFiles(files));
        }
    }

    private void importFiles(List<Path> files) {
        window.workbench().flush();
        new ImportWizard(window, services.files(), files).open();
    }

    /** Options of an import. */
    interface ImportChoice {
        ImportOptions options(boolean dryRun) throws Failure;
    }

    /**
     * Writes an import that was checked before, and offers to take it back.
     *
     * @param keep name under which the columns are kept as a profile; empty not to
     * @param state told true when the work begins and false once it is done
     * @param failed takes the sentence when nothing was written
     */
    void importNow(
            List<Path> files, ImportChoice choice, String keep, Consumer<Boolean> state, Consumer<String> failed) {
        work(
                t("job.import"),
                (open, progress) -> {
                    try {
                        ImportOptions options = choice.options(false);
                        if (!keep.isEmpty() && options.columns() != null) {
                            ImportColumns.save(options.columns(), keep);
                        }
                        ImportReport report = ImportBatch.run(open.file(), files, options, progress);
                        return new Changed<>(open.load(progress), report);
                    } catch (Failure failure) {
                        Platform.runLater(() -> failed.accept(failure.getMessage()));
                        throw new CancellationException();
                    }
                },
                changed -> {
                    state.accept(false);
                    show(changed.loaded());
                    imported(changed.result());
                });
        state.accept(true);
    }

    private void imported(ImportReport report) {
        report.snapshot()
                .ifPresentOrElse(
                        snapshot -> window.notices()
                                .offer(
                                        t("import.done"),
                                        t(
                                                "import.done.vintage",
                                                snapshot.vintage(),
                                                Formats.number(report.accepted() + report.attached())),
                                        t("import.done.undo"),
                                        () -> undo(snapshot.id())),
                        () -> window.notices()
                                .tell(
                                        t("import.done"),
                                        t(
                                                "import.done.registered",
                                                Formats.number(
                                                        report.registered().size()))));
    }

    /** Shows every import and undoes one when asked to. */
    void history() {
        work(
                t("job.history"),
                (open, progress) -> open.file().history(),
                history -> new HistoryDialog(window.stage()).ask(history, this::undo));
    }

    private void undo(long entry) {
        work(
                t("job.undo"),
                (open, progress) -> {
                    open.file().undo(entry);
                    return open.load(progress);
                },
                loaded -> {
                    show(loaded);
                    window.notices()
                            .tell(t("history.title"), t("history.done", String.valueOf(entry), loaded.vintage()));
                });
    }

    void compute() {
        new ComputeDialog(window.stage(), services.files()).ask(this::compute);
    }

    private void compute(ComputeInputs inputs) {
        work(
                t("job.compute"),
                (open, progress) -> {
                    ComputeReport report =
                            ComputePotential.run(open.file(), inputs, DataPacks.load(LocalDate.now()), progress);
                    return new Changed<>(open.load(progress), report);
                },
                changed -> {
                    show(changed.loaded());
                    ComputeSummary.show(window.notices(), changed.result());
                });
    }

    void exportMap() {
        LoadedProject project = model.project().orElse(null);
        Optional<MapPicture> picture = window.workbench().picture();
        if (project == null || picture.isEmpty()) {
            return;
        }
        services.files()
                .save(FilePicker.Kind.PICTURE, fileName(project, "png"))
                .ifPresent(png -> run(
                        t("job.picture"),
                        progress -> {
                            Outputs.write(png, out -> out.write(picture.get().png(2)), project.file());
                            return png;
                        },
                        this::written));
    }

    void printMap() {
        window.workbench().picture().ifPresent(picture -> MapPrint.ask(window, picture));
    }

    /** Stops what runs and lets go of the project file. */
    void shutDown() {
        List.copyOf(window.jobs().waiting()).forEach(window.jobs()::remove);
        close();
        window.jobs().close();
    }

    /**
     * Puts what was written about a building into the project it was written in, even when that is being closed.
     *
     * @param ended called when it is there, or cannot be
     */
    void saveDossier(BuildingFile file, Runnable ended) {
        ProjectSession open = session;
        if (open == null) {
            ended.run();
            return;
        }
        Path shown = model.project().map(LoadedProject::file).orElse(null);
        if (!open.file().path().equals(shown)) {
            // Typed while another project took the place of this one: it must not get there.
            ended.run();
            window.notices().failure(Failure.of("ui.project.changed"));
            return;
        }
        window.jobs()
                .aside(
                        t("job.dossier"),
                        progress -> {
                            try {
                                open.file().saveFile(file);
                            } finally {
                                // A job may have read the project before, and shows it yet.
                                window.jobs().afterwards(ended);
                            }
                            return file;
                        },
                        saved -> window.statusText(t("dossier.saved")));
    }

    /** What a change of the project gave, with its new state. */
    record Changed<R>(LoadedProject loaded, R result) {}

    /** Work on the project that is open. */
    interface SessionWork<R> {
        R run(ProjectSession open, Progress progress) throws Failure;
    }

    /** Queues work on the open project; nothing without one. */
    <R> void work(String title, SessionWork<R> work, Consumer<R> done) {
        ProjectSession open = session;
        if (open != null) {
            run(
                    title,
                    progress -> {
                        // Another project may have been opened while this waited its turn.
                        if (session != open) {
                            throw Failure.of("ui.project.changed");
                        }
                        return work.run(open, progress);
                    },
                    result -> {
                        if (session == open) {
                            done.accept(result);
                        }
                    });
        }
    }

    private <R> void run(String title, Jobs.Work<R> work, Consumer<R> done) {
        window.jobs().submit(title, work, done);
    }

    /** In a job: once it is read, the new session takes the place of the old one, which is closed; until then the old one stays. */
    private LoadedProject replace(ProjectSession next, Progress progress) throws Failure {
        LoadedProject loaded;
        try {
            loaded = next.load(progress);
        } catch (Failure | RuntimeException unreadable) {
            next.close();
            throw unreadable;
        }
        ProjectSession before = session;
        session = next;
        if (before != null) {
            window.jobs().settle();
            before.close();
        }
        return loaded;
    }

    private void closeInBackground(ProjectSession open) {
        run(
                t("job.close"),
                progress -> {
                    window.jobs().settle();
                    open.close();
                    return open;
                },
                closed -> {});
    }

    /** Shows another state of the open project, or another project. */
    void show(LoadedProject loaded) {
        services.recent().opened(loaded.file());
        window.workbench().flush();
        if (model.project().filter(p -> p.file().equals(loaded.file())).isEmpty()) {
            // What is on its way into the project before is not of this one.
            window.dossiers().close();
        }
        window.dossiers().load(loaded.files());
        ProjectSession open = session;
        window.workbench().open(open == null ? null : open.file());
        model.show(loaded);
    }

    void written(Path file) {
        window.statusText(t("written", file.getFileName()));
        window.notices()
                .offer(
                        t("written.title"),
                        t("written", file),
                        t("written.open"),
                        () -> services.viewer().accept(file));
    }

    static String fileName(LoadedProject project, String ending) {
        String name = project.file().getFileName().toString().replaceFirst("\\.gpkg$", "");
        return name + "." + ending;
    }
}
