package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.ImportReport;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import fr.heliotoit.ui.model.AttributeWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What an import finds and changes: counts, the findings by code with an example of each, the differences. */
final class ImportSummary {
    private ImportSummary() {}

    private record Line(Finding example, int count) {
        Line more() {
            return new Line(example, count + 1);
        }
    }

    /** What the checks found: counts, findings by code, and a button that exports them all. */
    static Node checks(ImportReport report, Runnable export) {
        VBox content = new VBox(counts(report));
        content.getStyleClass().add("summary");
        if (!report.registered().isEmpty()) {
            content.getChildren()
                    .add(new Label(t(
                            "import.done.registered",
                            Formats.number(report.registered().size()))));
        }
        if (report.findings().isEmpty()) {
            content.getChildren().add(new Label(t("wizard.checks.none")));
        } else {
            TableView<Line> table = findings(report);
            VBox.setVgrow(table, Priority.ALWAYS);
            Button save = new Button(t("wizard.checks.export"));
            save.setId("wizard-findings");
            save.setOnAction(event -> export.run());
            content.getChildren().addAll(table, save);
        }
        return content;
    }

    private static Label counts(ImportReport report) {
        Label counts = new Label(t(
                "import.done.text",
                Formats.number(report.read()),
                Formats.number(report.accepted() + report.attached()),
                Formats.number(report.refused()),
                Formats.number(report.ignored())));
        counts.setId("import-counts");
        counts.setWrapText(true);
        return counts;
    }

    /** What becomes of the buildings there are, one line for each that changes. */
    static Node differences(ImportReport report) {
        ChangeSet changes = report.changes();
        VBox content = new VBox(counts(report));
        content.getStyleClass().add("summary");
        report.layers()
                .forEach((layer, count) -> content.getChildren()
                        .add(new Label(t("wizard.layer", t("kind." + layer.code()), Formats.number(count)))));
        if (changes.equals(ChangeSet.NONE)) {
            content.getChildren().add(new Label(t("wizard.differences.none")));
            return content;
        }
        Label differences = new Label(t(
                "import.done.differences",
                Formats.number(changes.added().size()),
                Formats.number(changes.changed().size()),
                Formats.number(changes.removed().size()),
                Formats.number(changes.unchanged().size()),
                Formats.number(changes.splits().size()),
                Formats.number(changes.merges().size())));
        differences.setId("import-differences");
        differences.setWrapText(true);
        differences.setMinHeight(Region.USE_PREF_SIZE);
        Label notes = new Label(t("wizard.differences.notes"));
        notes.setWrapText(true);
        notes.setMinHeight(Region.USE_PREF_SIZE);
        notes.getStyleClass().add("text-muted");
        TableView<Difference> table = new TableView<>(FXCollections.observableArrayList(lines(changes)));
        table.setId("import-changes");
        table.setAccessibleText(t("wizard.step.differences"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getColumns().add(text("wizard.difference.what", 130, Difference::what));
        table.getColumns().add(text("wizard.difference.building", 220, Difference::building));
        table.getColumns().add(text("wizard.difference.detail", 420, Difference::detail));
        VBox.setVgrow(table, Priority.ALWAYS);
        content.getChildren().addAll(differences, notes, table);
        return content;
    }

    private record Difference(String what, String building, String detail) {}

    private static List<Difference> lines(ChangeSet changes) {
        List<Difference> lines = new ArrayList<>();
        for (ChangeSet.Split split : changes.splits()) {
            lines.add(new Difference(t("difference.split"), split.from(), String.join(", ", split.into())));
        }
        for (ChangeSet.Merge merge : changes.merges()) {
            lines.add(new Difference(t("difference.merge"), merge.into(), String.join(", ", merge.from())));
        }
        for (ChangeSet.Changed changed : changes.changed()) {
            String detail = changed.what().stream()
                    .map(name ->
                            Attribute.named(name).map(AttributeWords::label).orElse(name))
                    .collect(Collectors.joining(", "));
            lines.add(new Difference(
                    t("difference.changed"),
                    changed.id(),
                    changed.formerId() == null ? detail : t("difference.former", changed.formerId(), detail)));
        }
        changes.removed().forEach(id -> lines.add(new Difference(t("difference.removed"), id, "")));
        changes.added().forEach(id -> lines.add(new Difference(t("difference.added"), id, "")));
        return lines;
    }

    private static TableColumn<Difference, String> text(
            String key, double width, java.util.function.Function<Difference, String> value) {
        TableColumn<Difference, String> column = new TableColumn<>(t(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
        return column;
    }

    private static TableView<Line> findings(ImportReport report) {
        Map<String, Line> byCode = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            byCode.merge(finding.severity() + finding.code(), new Line(finding, 1), (line, one) -> line.more());
        }
        TableView<Line> table = new TableView<>(FXCollections.observableArrayList(byCode.values()));
        table.setId("import-findings");
        table.setAccessibleText(t("wizard.step.checks"));
        table.setPrefSize(720, 220);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getColumns()
                .add(column(
                        "import.finding.severity",
                        110,
                        line -> t("severity." + line.example().severity().name().toLowerCase(Locale.ROOT))));
        table.getColumns().add(column("import.finding.count", 80, line -> Formats.number(line.count())));
        table.getColumns().add(column("import.finding.message", 520, ImportSummary::sentence));
        return table;
    }

    private static String sentence(Line line) {
        String text = Texts.current().text(line.example().message());
        String feature = line.example().featureId();
        return feature == null || line.count() == 1 ? text : t("import.finding.example", text, feature);
    }

    private static TableColumn<Line, String> column(
            String key, double width, java.util.function.Function<Line, String> value) {
        TableColumn<Line, String> column = new TableColumn<>(t(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
        return column;
    }
}
