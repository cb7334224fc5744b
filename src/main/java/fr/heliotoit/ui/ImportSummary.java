package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.ImportReport;
import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/** What an import did: counts, then the findings counted by code with an example of each. */
final class ImportSummary {
    private ImportSummary() {}

    private record Line(Finding example, int count) {
        Line more() {
            return new Line(example, count + 1);
        }
    }

    static void show(Notices notices, ImportReport report) {
        Label counts = new Label(t(
                "import.done.text",
                Formats.number(report.read()),
                Formats.number(report.accepted() + report.attached()),
                Formats.number(report.refused()),
                Formats.number(report.ignored())));
        counts.setId("import-counts");
        counts.setWrapText(true);
        VBox content = new VBox(counts);
        content.getStyleClass().add("summary");
        if (!report.registered().isEmpty()) {
            content.getChildren()
                    .add(new Label(t(
                            "import.done.registered",
                            Formats.number(report.registered().size()))));
        }
        ChangeSet changes = report.changes();
        if (!changes.removed().isEmpty()
                || !changes.changed().isEmpty()
                || !changes.unchanged().isEmpty()) {
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
            content.getChildren().add(differences);
        }
        if (!report.findings().isEmpty()) {
            content.getChildren().add(findings(report));
        }
        notices.tell(t("import.done"), content);
    }

    private static TableView<Line> findings(ImportReport report) {
        Map<String, Line> byCode = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            byCode.merge(finding.severity() + finding.code(), new Line(finding, 1), (line, one) -> line.more());
        }
        TableView<Line> table = new TableView<>(FXCollections.observableArrayList(byCode.values()));
        table.setId("import-findings");
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
