package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.Outputs;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.ui.model.UsageLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The local log of use, month by month: to be looked at, exported, erased, or not kept at all. */
final class UsageDialog {
    private final MainWindow window;
    private final Services services;
    private final UsageLog usage;
    private final TableView<UsageLog.Month> table = new TableView<>();
    private final Label total = new Label();
    private final Button export = new Button(t("usage.export"));
    private final Button erase = new Button(t("usage.erase"));

    UsageDialog(MainWindow window, Services services) {
        this.window = window;
        this.services = services;
        this.usage = services.usage();
    }

    void show() {
        table.setId("usage-table");
        table.setAccessibleText(t("usage.title"));
        table.setPlaceholder(new Label(t("usage.nothing")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPrefHeight(260);
        table.getColumns().add(months());
        for (UsageLog.Kind kind : UsageLog.Kind.values()) {
            TableColumn<UsageLog.Month, String> column = new TableColumn<>();
            Label heading = new Label(words(kind));
            heading.setWrapText(true);
            heading.getStyleClass().add("table-heading");
            heading.prefWidthProperty().bind(column.widthProperty().subtract(12));
            column.setGraphic(heading);
            column.setSortable(false);
            column.setPrefWidth(100);
            column.getStyleClass().add("number-column");
            column.setCellValueFactory(row ->
                    new ReadOnlyStringWrapper(Formats.number(row.getValue().of(kind))));
            table.getColumns().add(column);
        }
        total.setId("usage-total");
        total.setWrapText(true);
        total.setMinHeight(Region.USE_PREF_SIZE);
        Label note = new Label(t("usage.note"));
        note.getStyleClass().add("text-muted");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        CheckBox counting = new CheckBox(t("usage.counting"));
        counting.setId("usage-counting");
        counting.setSelected(usage.counting());
        counting.selectedProperty().addListener((o, before, now) -> usage.setCounting(now));
        export.setId("usage-export");
        export.setOnAction(event -> export());
        erase.setId("usage-erase");
        erase.setOnAction(event -> erase());
        HBox buttons = new HBox(8, export, erase);
        VBox content = new VBox(10, table, total, buttons, counting, note);
        content.getStyleClass().add("usage");
        usage.read((months, problem) -> {
            fill(months);
            if (problem != null) {
                total.setText(problem.getMessage());
            }
            window.notices().tell(t("usage.title"), content);
        });
    }

    private static TableColumn<UsageLog.Month, String> months() {
        TableColumn<UsageLog.Month, String> column = new TableColumn<>(t("usage.month"));
        column.setPrefWidth(125);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(month(row.getValue())));
        return column;
    }

    private void fill(List<UsageLog.Month> months) {
        table.getItems().setAll(months);
        export.setDisable(months.isEmpty());
        erase.setDisable(months.isEmpty());
        total.setText(
                months.isEmpty()
                        ? ""
                        : t(
                                "usage.total",
                                month(months.getLast()),
                                Stream.of(UsageLog.Kind.values())
                                        .filter(kind -> sum(months, kind) > 0)
                                        .map(kind -> words(kind) + t("usage.colon") + Formats.number(sum(months, kind)))
                                        .collect(Collectors.joining(" · "))));
    }

    private void export() {
        String csv = csv(table.getItems());
        services.files()
                .save(FilePicker.Kind.CSV, t("file.usage") + ".csv")
                .ifPresent(file -> window.jobs()
                        .submit(
                                t("job.export"),
                                progress -> {
                                    Outputs.write(file, out -> out.write(csv.getBytes(StandardCharsets.UTF_8)));
                                    return file;
                                },
                                this::written));
    }

    private void written(Path file) {
        window.commands().written(file);
    }

    private void erase() {
        window.notices()
                .offer(t("usage.erase"), t("usage.erase.sure"), t("usage.erase.go"), () -> usage.erase(this::erased));
    }

    private void erased(@Nullable Failure problem) {
        if (problem == null) {
            fill(List.of());
        } else {
            window.notices().failure(problem);
        }
    }

    /** For a spreadsheet that speaks French, as the other lists "for Excel". */
    private static String csv(List<UsageLog.Month> months) {
        StringBuilder csv = new StringBuilder("\uFEFF").append(t("usage.month"));
        for (UsageLog.Kind kind : UsageLog.Kind.values()) {
            csv.append(';').append(words(kind));
        }
        csv.append("\r\n");
        for (UsageLog.Month month : months) {
            csv.append(month.month());
            for (UsageLog.Kind kind : UsageLog.Kind.values()) {
                csv.append(';').append(month.of(kind));
            }
            csv.append("\r\n");
        }
        return csv.toString();
    }

    private static int sum(List<UsageLog.Month> months, UsageLog.Kind kind) {
        return months.stream().mapToInt(month -> month.of(kind)).sum();
    }

    private static String month(UsageLog.Month month) {
        return t("month." + (month.month().getMonthValue() - 1)) + " "
                + month.month().getYear();
    }

    private static String words(UsageLog.Kind kind) {
        return t("usage.kind." + kind.code());
    }
}
