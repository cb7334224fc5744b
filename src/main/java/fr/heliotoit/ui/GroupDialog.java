package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.RoofGroup;
import fr.heliotoit.app.SharePower;
import fr.heliotoit.rules.Sharing;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import fr.heliotoit.text.Texts;
import fr.heliotoit.ui.model.Words;
import java.util.function.BiConsumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.stage.Window;

/** The selected roofs as one project: how production is to be shared, then totals and the table of shares. */
final class GroupDialog {
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

    /** In words, a line per building that shares. */
    static String text(RoofGroup group) {
        StringBuilder text = new StringBuilder(group.cluster().sentence(t("group.money")));
        if (group.without() > 0) {
            text.append('\n').append(Words.count("group.without", group.without()));
        }
        SharePower.Report sharing = group.sharing();
        Message why = group.why();
        if (sharing != null) {
            text.append("\n\n").append(sharing(sharing));
        } else if (why != null) {
            text.append("\n\n").append(t("group.unshared", Texts.current().text(why)));
        }
        return text.append("\n\n")
                .append(t("card.packs", String.join(t("card.packs.and"), group.citations())))
                .toString();
    }

    private static String sharing(SharePower.Report report) {
        StringBuilder text = new StringBuilder(report.sentence());
        if (report.tooWide()) {
            text.append('\n').append(t("group.wide"));
        }
        for (Sharing.Part part : report.result().parts()) {
            text.append('\n')
                    .append(t(
                            "group.part",
                            part.name(),
                            Formats.quantity(part.yearlyKWh(), 0, "kWh"),
                            Formats.quantity(part.allocatedKWh(), 0, "kWh"),
                            Formats.percent(part.shareOfProduction(), 1),
                            Formats.percent(part.coverage(), 0)));
        }
        return text.toString();
    }
}
