package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.RoofGroup;
import fr.heliotoit.app.SharePower;
import fr.heliotoit.rules.Sharing;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import fr.heliotoit.text.Texts;
import fr.heliotoit.ui.model.Words;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** The selected roofs as one project: how production is to be shared, then totals and the table of shares. */
final class GroupDialog {
    private static final int ROW = 40;
    private static final int MOST_ROWS = 8;

    private GroupDialog() {}

    static void ask(Window owner, int buildings, BiConsumer<Sharing.Keys, Boolean> then) {
        Form form = new Form(owner, t("group.title"));
        form.note(Words.count("group.note", buildings));
        ComboBox<String> keys = new ComboBox<>();
        keys.setId("group-keys");
        keys.getItems().setAll(t("group.keys.dynamic"), t("group.keys.fixed"));
        keys.getSelectionModel().selectFirst();
        form.add(t("group.keys"), keys);
        CheckBox epci = new CheckBox(t("group.epci"));
        epci.setId("group-epci");
        form.addWide(epci);
        form.ask(
                t("group.go"),
                () -> null,
                () -> then.accept(
                        keys.getSelectionModel().getSelectedIndex() == 1 ? Sharing.Keys.FIXED : Sharing.Keys.DYNAMIC,
                        epci.isSelected()));
    }

    /** Totals in words, a table of who gets what, and the packs that the figures come from. */
    static Region content(RoofGroup group) {
        VBox box = new VBox(Notices.text(totals(group)));
        box.getStyleClass().add("card-box");
        SharePower.Report sharing = group.sharing();
        if (sharing != null) {
            box.getChildren().add(table(sharing.result().parts()));
        }
        box.getChildren().add(Notices.text(Words.packs("", group.citations())));
        return box;
    }

    private static String totals(RoofGroup group) {
        StringBuilder text = new StringBuilder(group.cluster().sentence(t("group.money")));
        if (group.without() > 0) {
            text.append('\n').append(Words.count("group.without", group.without()));
        }
        SharePower.Report sharing = group.sharing();
        Message why = group.why();
        if (sharing != null) {
            text.append("\n\n").append(sharing.sentence());
            if (sharing.tooWide()) {
                text.append('\n').append(t("group.wide"));
            }
        } else if (why != null) {
            text.append("\n\n").append(t("group.unshared", Texts.current().text(why)));
        }
        return text.toString();
    }

    private static TableView<Sharing.Part> table(List<Sharing.Part> parts) {
        TableView<Sharing.Part> table = new TableView<>();
        table.setId("group-shares");
        table.setAccessibleText(t("group.shares"));
        table.getItems().setAll(parts);
        table.getColumns().add(column("name", 150, false, Sharing.Part::name));
        table.getColumns().add(column("load", 135, true, part -> Formats.number(part.yearlyKWh(), 0)));
        table.getColumns().add(column("received", 110, true, part -> Formats.number(part.allocatedKWh(), 0)));
        table.getColumns().add(column("key", 70, true, part -> Formats.percent(part.shareOfProduction(), 1)));
        table.getColumns().add(column("coverage", 110, true, part -> Formats.percent(part.coverage(), 0)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPrefSize(600, 46 + ROW * Math.clamp(parts.size(), 2, MOST_ROWS));
        return table;
    }

    private static TableColumn<Sharing.Part, String> column(
            String key, double width, boolean number, Function<Sharing.Part, String> words) {
        TableColumn<Sharing.Part, String> column = new TableColumn<>(t("group.column." + key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        if (number) {
            column.setStyle("-fx-alignment: center-right;");
        }
        return column;
    }
}
