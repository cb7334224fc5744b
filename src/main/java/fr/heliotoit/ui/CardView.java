package fr.heliotoit.ui;

import static fr.heliotoit.ui.CardParts.lines;
import static fr.heliotoit.ui.CardParts.muted;
import static fr.heliotoit.ui.CardParts.styled;
import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.BuildingDetails;
import fr.heliotoit.app.RoofHorizon;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Formats;
import fr.heliotoit.ui.model.CardContent;
import fr.heliotoit.ui.model.CardSection;
import fr.heliotoit.ui.model.DetailSections;
import fr.heliotoit.ui.model.Dossiers;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.PlaneWords;
import fr.heliotoit.ui.model.ProjectModel;
import fr.heliotoit.ui.model.StudySections;
import fr.heliotoit.ui.model.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * The card of the building in focus: figure and class in words, or why there is none; what it rests on. What must be read from the file
 * (modules, horizon, money, law) follows when it is there.
 */
final class CardView extends ScrollPane {
    private final ProjectModel model;
    private final Conventions conventions;
    private final IntFunction<Color> classColour;
    private final VBox content = new VBox();
    private final VBox head = new VBox();
    private final VBox roof = new VBox();
    private final VBox sky = new VBox();
    private final VBox evaluated = new VBox();
    private final VBox study = new VBox();
    private final DossierPane dossier;
    private final VBox foot = new VBox();
    private final HBox papers;
    private final CardFolds folds = new CardFolds();
    private final CardReader reader = new CardReader(this::showDetails, this::showStudy, this::showSky);
    private @Nullable BuildingRecord shown;

    /**
     * @param dossiers what staff have written
     * @param papers buttons that print what the card is about
     * @param classColour colour of a class on the map
     */
    CardView(
            ProjectModel model,
            Conventions conventions,
            Dossiers dossiers,
            List<Button> papers,
            IntFunction<Color> classColour) {
        this.model = model;
        this.dossier = new DossierPane(dossiers);
        this.papers = new HBox();
        this.papers.getChildren().setAll(papers);
        this.papers.getStyleClass().add("bar-row");
        this.conventions = conventions;
        this.classColour = classColour;
        setId("card");
        getStyleClass().add("card-view");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(content);
        setAccessibleText(t("card.accessible"));
        content.getStyleClass().add("card-content");
        for (VBox part : parts()) {
            part.getStyleClass().add("card-box");
        }
        content.getChildren().addAll(parts());
        content.getChildren().add(content.getChildren().size() - 1, dossier);
        model.selectionProperty().addListener(o -> refresh());
        model.projectProperty().addListener(o -> refresh());
        refresh();
    }

    /** @param file of the project that is shown from now on, for what the card reads beside the records; null for none */
    void open(@Nullable ProjectFile file) {
        reader.open(file);
    }

    /** Keeps what is being typed. */
    void flush() {
        dossier.flush();
    }

    private List<VBox> parts() {
        return List.of(head, roof, sky, evaluated, study, foot);
    }

    private void refresh() {
        dossier.flush();
        BuildingRecord before = shown;
        shown = model.focused().orElse(null);
        if (before == null
                || shown == null
                || !before.building().id().equals(shown.building().id())) {
            setVvalue(0);
        }
        parts().forEach(part -> part.getChildren().clear());
        dossier.setVisible(shown != null);
        dossier.setManaged(shown != null);
        LoadedProject project = model.project().orElse(null);
        if (project == null) {
            return;
        }
        int selected = model.selection().ids().size();
        if (selected > 1) {
            head.getChildren().add(muted(Words.count("card.selected", selected)));
        }
        if (shown == null) {
            head.getChildren().add(muted(t(project.records().isEmpty() ? "card.empty.project" : "card.empty")));
            return;
        }
        CardContent card = CardContent.of(shown, project, conventions);
        showHead(card);
        head.getChildren().add(papers);
        showRoof(List.of());
        dossier.show(shown, project.readOnly());
        foot.getChildren()
                .addAll(
                        folds.part("hypotheses", t("card.hypotheses"), lines(card.hypotheses())),
                        folds.part(
                                "sources",
                                t("card.sources"),
                                card.sources().stream().map(CardParts::muted).toList()));
        reader.read(shown);
    }

    private void showHead(CardContent card) {
        List<Node> nodes = head.getChildren();
        nodes.add(styled(card.title(), "card-title"));
        card.details().forEach(line -> nodes.add(muted(line)));
        CardContent.Figure figure = card.figure();
        String reason = card.reason();
        if (figure != null) {
            nodes.add(classBadge(figure));
            nodes.add(styled(figure.headline(), "card-headline"));
            if (figure.interval() != null) {
                nodes.add(muted(figure.interval()));
            }
            nodes.add(muted(t("card.estimate")));
            nodes.add(lines(figure.lines()));
            if (figure.monthlyKWh().isEmpty()) {
                nodes.add(muted(t(figure.monthsUnknown() ? "card.months.unknown" : "card.months.none")));
            } else {
                nodes.add(folds.part("months", t("card.months"), new MonthBars(figure.monthlyKWh())));
            }
        } else if (reason != null) {
            nodes.add(styled(t("card.why"), "card-heading"));
            Label sentence = styled(reason, "card-reason");
            sentence.setId("card-reason");
            nodes.add(sentence);
        }
    }

    private void showRoof(List<ModuleArray> modules) {
        roof.getChildren().clear();
        BuildingRecord record = shown;
        if (record == null || record.planes().isEmpty()) {
            return;
        }
        List<Node> nodes = new ArrayList<>();
        PlaneWords.total(modules).ifPresent(total -> nodes.add(styled(total, "card-value")));
        nodes.add(CardParts.planes(PlaneWords.of(record.planes(), modules, conventions)));
        roof.getChildren()
                .add(folds.part(
                        "roof", Words.count("card.planes", record.planes().size()), nodes));
    }

    private void showDetails(CardReader.Details read) {
        if (read.record() != shown) {
            return;
        }
        evaluated.getChildren().clear();
        BuildingDetails details = read.details();
        if (details == null) {
            evaluated.getChildren().add(styled(String.valueOf(read.problem()), "error-text"));
            return;
        }
        showRoof(details.modules());
        for (CardSection section : DetailSections.of(read.record(), details)) {
            show(section, evaluated);
        }
    }

    private void showStudy(CardReader.Study read) {
        if (read.record() != shown) {
            return;
        }
        study.getChildren().clear();
        if (read.problem() != null) {
            study.getChildren().add(styled(read.problem(), "error-text"));
        }
        read.study().ifPresent(found -> StudySections.of(found).forEach(section -> show(section, study)));
    }

    private void show(CardSection section, VBox part) {
        List<Node> nodes = new ArrayList<>(List.of(lines(section.lines())));
        section.notes().forEach(note -> nodes.add(muted(note)));
        part.getChildren().add(folds.part(section.id(), section.title(), nodes));
    }

    private void showSky(CardReader.Sky read) {
        if (read.record() != shown) {
            return;
        }
        sky.getChildren().clear();
        List<Node> nodes = new ArrayList<>();
        if (read.problem() != null) {
            nodes.add(styled(read.problem(), "error-text"));
        }
        if (read.horizon().isPresent()) {
            RoofHorizon horizon = read.horizon().get();
            nodes.add(new HorizonDiagram(horizon));
            nodes.add(muted(HorizonDiagram.words(horizon)));
            nodes.add(muted(t("horizon.note", Formats.quantity(horizon.reachM(), 0, "m"))));
        }
        if (!nodes.isEmpty()) {
            sky.getChildren().add(folds.part("horizon", t("card.horizon"), nodes));
        }
    }

    private Node classBadge(CardContent.Figure figure) {
        Region swatch = new Region();
        swatch.getStyleClass().add("class-swatch");
        Color colour = classColour.apply(figure.suitabilityClass());
        swatch.setStyle("-fx-background-color: " + colour.toString().replace("0x", "#") + ";");
        Label words = styled(
                t("card.class", figure.suitabilityClass(), figure.className(), conventions.classes()), "card-class");
        words.setId("card-class");
        HBox row = new HBox(swatch, words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("bar-row");
        return row;
    }
}
