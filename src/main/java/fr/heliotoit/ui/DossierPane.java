package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.TypedHypotheses;
import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ProjectStatus;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.cadastre.Survey;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import fr.heliotoit.ui.model.Dossiers;
import fr.heliotoit.ui.model.HypothesisQuestions;
import fr.heliotoit.ui.model.Latest;
import java.time.Year;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What staff write about a building: status of the project, notes, production measured year by year, answers of the visit. Saved by itself
 * a moment after the last key, when the field is left, and when another building is shown.
 */
final class DossierPane extends VBox {
    private static final Duration PAUSE = Duration.seconds(1.5);

    private final Dossiers dossiers;
    private final ComboBox<ProjectStatus> status = new ComboBox<>();
    private final TextArea notes = new TextArea();
    private final GridPane measured = new GridPane();
    private final TextField year = new TextField();
    private final TextField energy = new TextField();
    private final Label problem = new Label();
    private final SurveyPane survey = new SurveyPane(Survey.groups(), this::answer);
    private final Latest<List<String>> profiles = new Latest<>("load profiles", true, this::showMoney);
    private final TitledPane money = new TitledPane();
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private @Nullable BuildingRecord record;
    private boolean filling;

    DossierPane(Dossiers dossiers) {
        this.dossiers = dossiers;
        getStyleClass().add("dossier");
        setId("dossier");
        status.setId("dossier-status");
        status.getItems().setAll(ProjectStatus.values());
        status.setConverter(new ChoiceWords<>(s -> Texts.current().text("cadastre.status." + s.code())));
        status.setMaxWidth(Double.MAX_VALUE);
        status.setAccessibleText(t("dossier.status"));
        status.valueProperty().addListener((o, before, now) -> {
            if (!filling && now != null) {
                write(file ->
                        new BuildingFile(file.buildingId(), now, file.notes(), file.survey(), file.measuredKWh()));
            }
        });
        notes.setId("dossier-notes");
        notes.setPrefRowCount(3);
        notes.setWrapText(true);
        notes.setPromptText(t("dossier.notes.prompt"));
        notes.setAccessibleText(t("dossier.notes"));
        notes.textProperty().addListener(o -> {
            if (!filling) {
                pause.playFromStart();
            }
        });
        notes.focusedProperty().addListener((o, before, now) -> {
            if (!now) {
                flush();
            }
        });
        Keys.tabGoesOn(notes);
        pause.setOnFinished(event -> flush());
        TitledPane visit = new TitledPane(t("dossier.survey"), survey);
        visit.setId("dossier-survey");
        visit.setExpanded(false);
        visit.setAnimated(false);
        getChildren()
                .addAll(
                        heading("dossier.status", status),
                        status,
                        heading("dossier.notes", notes),
                        notes,
                        heading("dossier.measured", year),
                        measured,
                        newYear(),
                        problem,
                        visit,
                        money());
        dossiers.loadsProperty().addListener(o -> {
            pause.stop();
            record = null;
        });
        dossiers.changedProperty().addListener((o, before, file) -> {
            if (record != null && file.buildingId().equals(record.building().id())) {
                fill(file);
            }
        });
    }

    /** Shows what is written about a building; what is being typed about the one before is kept first. */
    void show(BuildingRecord shown, boolean readOnly) {
        flush();
        record = shown;
        setDisable(readOnly);
        problem.setText(readOnly ? t("dossier.readonly") : "");
        year.clear();
        energy.clear();
        fill(dossiers.of(shown.building().id()));
    }

    /** Keeps what was typed and not yet saved. */
    void flush() {
        pause.stop();
        if (record != null && !isDisabled()) {
            String text = notes.getText();
            write(file -> new BuildingFile(file.buildingId(), file.status(), text, file.survey(), file.measuredKWh()));
        }
    }

    private interface Change {
        BuildingFile of(BuildingFile file);
    }

    private void write(Change change) {
        if (record != null) {
            dossiers.write(change.of(dossiers.of(record.building().id())));
        }
    }

    /** What is typed in place of guesses and packs; its fields are made when somebody looks at them. */
    private TitledPane money() {
        money.setText(t("hypotheses.title"));
        money.setId("dossier-hypotheses");
        money.setExpanded(false);
        money.setAnimated(false);
        money.expandedProperty().addListener((o, before, now) -> {
            if (now && money.getContent() == null) {
                // Packs are files: read in the background.
                profiles.submit(TypedHypotheses::profiles);
            }
        });
        return money;
    }

    private void showMoney(List<String> loads) {
        SurveyPane fields = new SurveyPane(List.of(HypothesisQuestions.of(loads)), this::answer);
        Label note = new Label(t("hypotheses.note"));
        note.setWrapText(true);
        note.getStyleClass().add("text-muted");
        fields.getChildren().add(note);
        BuildingRecord shown = record;
        if (shown != null) {
            fields.fill(dossiers.of(shown.building().id()).survey());
        }
        money.setContent(fields);
    }

    private void answer(String question, String answer) {
        write(file -> {
            SortedMap<String, String> answers = new TreeMap<>(file.survey());
            if (answer.isBlank()) {
                answers.remove(question);
            } else {
                answers.put(question, answer.strip());
            }
            return new BuildingFile(file.buildingId(), file.status(), file.notes(), answers, file.measuredKWh());
        });
    }

    private void fill(BuildingFile file) {
        filling = true;
        try {
            status.setValue(file.status());
            if (!notes.getText().equals(file.notes())) {
                notes.setText(file.notes());
            }
            survey.fill(file.survey());
            if (money.getContent() instanceof SurveyPane fields) {
                fields.fill(file.survey());
            }
            years(file);
        } finally {
            filling = false;
        }
    }

    private void years(BuildingFile file) {
        measured.getChildren().clear();
        measured.getStyleClass().setAll("card-lines");
        int row = 0;
        for (var entry : file.measuredKWh().entrySet()) {
            Button remove = new Button("×");
            remove.setAccessibleText(t("dossier.measured.remove", String.valueOf(entry.getKey())));
            remove.setOnAction(event -> measure(entry.getKey(), null));
            Label kWh = new Label(Formats.quantity(entry.getValue(), 0, "kWh") + compared(entry.getValue()));
            kWh.setWrapText(true);
            GridPane.setHgrow(kWh, Priority.ALWAYS);
            measured.addRow(row++, new Label(String.valueOf(entry.getKey())), kWh, remove);
        }
        measured.setManaged(row > 0);
        measured.setVisible(row > 0);
    }

    /** The measure beside the estimate for the whole roof, when there is one. */
    private String compared(double kWh) {
        return record != null && record.outcome() instanceof SolarPotential p && p.yearlyYieldKWh() > 0
                ? t("dossier.measured.share", Formats.percent(kWh / p.yearlyYieldKWh(), 0))
                : "";
    }

    private HBox newYear() {
        year.setId("dossier-year");
        year.setPromptText(t("dossier.measured.year"));
        year.setAccessibleText(t("dossier.measured.year"));
        year.setPrefColumnCount(5);
        energy.setId("dossier-energy");
        energy.setPromptText("kWh");
        energy.setAccessibleText(t("dossier.measured.energy"));
        energy.setPrefColumnCount(8);
        HBox.setHgrow(energy, Priority.ALWAYS);
        energy.setOnAction(event -> addYear());
        Button add = new Button(t("dossier.measured.add"));
        add.setId("dossier-measure");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnAction(event -> addYear());
        problem.getStyleClass().add("error-text");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        HBox line = new HBox(year, energy, add);
        line.getStyleClass().add("bar-row");
        return line;
    }

    private void addYear() {
        int now = Year.now().getValue();
        OptionalDouble kWh = Formats.parse(energy.getText());
        boolean yearGood = year.getText().strip().matches("(19|20)\\d\\d")
                && Integer.parseInt(year.getText().strip()) <= now;
        if (!yearGood) {
            problem.setText(t("dossier.measured.year.wrong", String.valueOf(now)));
            year.requestFocus();
        } else if (kWh.isEmpty() || !(kWh.getAsDouble() >= 0)) {
            problem.setText(t("dossier.measured.energy.wrong"));
            energy.requestFocus();
        } else {
            problem.setText("");
            measure(Integer.parseInt(year.getText().strip()), kWh.getAsDouble());
            year.clear();
            energy.clear();
        }
    }

    private void measure(int ofYear, @Nullable Double kWh) {
        write(file -> {
            SortedMap<Integer, Double> years = new TreeMap<>(file.measuredKWh());
            if (kWh == null) {
                years.remove(ofYear);
            } else {
                years.put(ofYear, kWh);
            }
            return new BuildingFile(file.buildingId(), file.status(), file.notes(), file.survey(), years);
        });
    }

    private static Label heading(String key, Node of) {
        Label label = new Label(t(key));
        label.setLabelFor(of);
        label.getStyleClass().add("card-heading");
        return label;
    }
}
