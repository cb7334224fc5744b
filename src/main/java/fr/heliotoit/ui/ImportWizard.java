package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.ImportBatch;
import fr.heliotoit.app.ImportColumns;
import fr.heliotoit.app.ImportKind;
import fr.heliotoit.app.ImportOptions;
import fr.heliotoit.app.ImportPreview;
import fr.heliotoit.app.ImportReport;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.ui.model.Job;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The import in five steps: files, preview, columns, checks, differences. "Retour" always works, and nothing is written before the verb of
 * the last step, which goes through the same {@link ImportBatch} as the checks did.
 */
final class ImportWizard {
    private enum Step {
        FILES,
        PREVIEW,
        MAPPING,
        CHECKS,
        DIFFERENCES
    }

    /** What work gave, or the sentence that says why it gave nothing. */
    private record Given<R>(@Nullable R result, @Nullable String problem) {}

    private final MainWindow window;
    private final Stage stage = new Stage();
    private final HBox trail = new HBox();
    private final StackPane body = new StackPane();
    private final Label problem = new Label();
    private final HBox working = new HBox();
    private final Button back = new Button(t("wizard.back"));
    private final Button next = new Button(t("wizard.next"));
    private final Button cancel = new Button(t("cancel"));
    private final ImportFilesStep files;
    private List<ImportPreview> previews = List.of();
    private ImportMappingStep mapping = new ImportMappingStep(List.of());
    private @Nullable ImportReport report;
    private Step step = Step.FILES;

    ImportWizard(MainWindow window, FilePicker picker, List<Path> given) {
        this.window = window;
        this.files = new ImportFilesStep(picker, given);
        stage.initOwner(window.stage());
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(t("import.title"));
        trail.getStyleClass().add("wizard-trail");
        body.getStyleClass().add("wizard-body");
        problem.getStyleClass().add("error-text");
        problem.setId("wizard-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(22, 22);
        working.getChildren().addAll(turning, new Label(t("wizard.working")));
        working.setAlignment(Pos.CENTER_LEFT);
        working.getStyleClass().add("bar-row");
        back.setId("wizard-back");
        back.setOnAction(event -> show(Step.values()[step.ordinal() - 1]));
        next.setId("wizard-next");
        next.setDefaultButton(true);
        next.setOnAction(event -> forward());
        cancel.setId("wizard-cancel");
        cancel.setOnAction(event -> close());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(working, space, cancel, back, next);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("wizard-buttons");
        VBox foot = new VBox(problem, buttons);
        foot.getStyleClass().add("wizard-foot");
        BorderPane root = new BorderPane(body);
        root.setTop(trail);
        root.setBottom(foot);
        Scene scene = new Scene(root, 900, 560);
        window.theme().dress(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
    }

    void open() {
        show(Step.FILES);
        stage.show();
    }

    /** Stops what runs; nothing has been written. */
    private void close() {
        Job running = window.jobs().runningProperty().get();
        if (working.isVisible() && running != null) {
            running.cancel();
        }
        stage.close();
    }

    private void forward() {
        problem.setText("");
        switch (step) {
            case FILES -> {
                String wrong = files.problem();
                if (wrong != null) {
                    problem.setText(wrong);
                } else {
                    preview();
                }
            }
            case PREVIEW -> show(Step.MAPPING);
            case MAPPING -> check();
            case CHECKS -> show(Step.DIFFERENCES);
            case DIFFERENCES -> commit();
        }
    }

    private void preview() {
        List<Path> paths = files.files();
        ImportKind kind = files.kind();
        run(t("job.import.preview"), progress -> ImportPreview.of(paths, null, kind, progress), read -> {
            previews = read;
            mapping = new ImportMappingStep(read);
            show(Step.PREVIEW);
        });
    }

    /** Everything but the writing. */
    private void check() {
        List<Path> paths = files.files();
        window.commands()
                .<Given<ImportReport>>work(
                        t("job.import.check"),
                        (session, progress) ->
                                given(() -> ImportBatch.run(session.file(), paths, options(true), progress)),
                        found -> take(found, checked -> {
                            report = checked;
                            show(Step.CHECKS);
                        }));
        busy(true);
    }

    private void commit() {
        List<Path> paths = files.files();
        String keep = mapping.chosen().isEmpty() ? "" : mapping.profile();
        window.commands()
                .importNow(
                        paths,
                        this::options,
                        keep,
                        this::committing,
                        wrong -> take(new Given<>(null, wrong), nothing -> {}));
    }

    /** The work has begun or ended. */
    private void committing(boolean begun) {
        if (begun) {
            busy(true);
        } else {
            stage.close();
        }
    }

    private ImportOptions options(boolean dryRun) throws Failure {
        return new ImportOptions(
                files.crs(),
                files.vintage(),
                files.kind(),
                ImportColumns.wanted(null, mapping.chosen(), files.kind()),
                files.swapAxes(),
                true,
                dryRun);
    }

    private interface Reading<R> {
        R run(fr.heliotoit.task.Progress progress) throws Failure;
    }

    private <R> void run(String title, Reading<R> reading, Consumer<R> done) {
        window.commands()
                .<Given<R>>work(
                        title, (session, progress) -> given(() -> reading.run(progress)), found -> take(found, done));
        busy(true);
    }

    private interface Part<R> {
        R run() throws Failure;
    }

    /** A failure belongs into the wizard, where the person can mend it, and not into a dialog above it. */
    private static <R> Given<R> given(Part<R> part) {
        try {
            return new Given<>(part.run(), null);
        } catch (Failure failure) {
            return new Given<>(null, failure.getMessage());
        } catch (CancellationException stopped) {
            return new Given<>(null, t("wizard.stopped"));
        }
    }

    private <R> void take(Given<R> given, Consumer<R> done) {
        busy(false);
        if (given.problem() != null) {
            problem.setText(given.problem());
        } else if (given.result() != null) {
            done.accept(given.result());
        }
    }

    private void busy(boolean now) {
        working.setVisible(now);
        next.setDisable(now);
        back.setDisable(now || step == Step.FILES);
    }

    private void show(Step to) {
        step = to;
        problem.setText("");
        body.getChildren().setAll(content());
        trail.getChildren().setAll(trail());
        next.setText(to == Step.DIFFERENCES ? verb() : t("wizard.next"));
        busy(false);
        next.setDisable(to == Step.DIFFERENCES && nothing());
    }

    private Node content() {
        ImportReport checked = report;
        return switch (step) {
            case FILES -> files.node();
            case PREVIEW -> new ImportPreviewStep(previews).node();
            case MAPPING -> mapping.node();
            case CHECKS -> ImportSummary.checks(java.util.Objects.requireNonNull(checked), this::exportFindings);
            case DIFFERENCES -> ImportSummary.differences(java.util.Objects.requireNonNull(checked));
        };
    }

    private void exportFindings() {
        ImportReport checked = report;
        if (checked != null) {
            window.papers().findings(checked.findings());
        }
    }

    private boolean nothing() {
        ImportReport checked = report;
        return checked == null
                || checked.accepted() + checked.attached() == 0
                        && checked.registered().isEmpty();
    }

    private String verb() {
        ImportReport checked = report;
        if (checked == null || checked.accepted() == 0) {
            return t("wizard.commit.other");
        }
        return t(
                Formats.plural(checked.accepted()) ? "wizard.commit.many" : "wizard.commit.one",
                Formats.number(checked.accepted()));
    }

    private List<Label> trail() {
        List<Label> labels = new ArrayList<>();
        for (Step each : Step.values()) {
            Label label = new Label(
                    (each.ordinal() + 1) + "  " + t("wizard.step." + each.name().toLowerCase(Locale.ROOT)));
            label.getStyleClass().add(each == step ? "wizard-here" : "text-muted");
            labels.add(label);
        }
        return labels;
    }
}
