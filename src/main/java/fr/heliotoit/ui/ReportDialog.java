package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.Perimeter;
import fr.heliotoit.app.ReportRequest;
import fr.heliotoit.ui.model.Filtered;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.Selection;
import fr.heliotoit.ui.model.UserSettings;
import fr.heliotoit.ui.model.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** What the report, or the list for the council, shall be about. The options of the last time are proposed again. */
final class ReportDialog {
    private static final int MOST_SHEETS = 50;

    private final MainWindow window;
    private final UserSettings settings;
    private final boolean report;
    private final IdentityFields identity;
    private final Filtered filtered;
    private final Selection selection;
    private final RadioButton all;
    private final RadioButton shown;
    private final RadioButton chosen;
    private final Spinner<Integer> sheets = new Spinner<>(0, MOST_SHEETS, ReportRequest.DEFAULT.sheets());
    private final CheckBox addresses = new CheckBox(t("report.addresses"));

    /** @param report the whole report; else the list for the council */
    ReportDialog(MainWindow window, Services services, LoadedProject project, boolean report) {
        this.window = window;
        this.settings = services.settings();
        this.report = report;
        this.identity = new IdentityFields(settings, project, services.files());
        this.filtered = window.model().filtered();
        this.selection = window.model().selection();
        ToggleGroup group = new ToggleGroup();
        all = choice(group, "all", report ? t("report.perimeter.all") : t("report.perimeter.public"));
        shown = choice(
                group,
                "shown",
                Words.count("report.perimeter.shown", filtered.records().size()));
        chosen = choice(
                group,
                "chosen",
                Words.count("report.perimeter.chosen", selection.ids().size()));
        shown.setDisable(!filtered.active() || filtered.records().isEmpty());
        chosen.setDisable(selection.ids().isEmpty());
        all.setSelected(true);
        if (!report && !chosen.isDisable() && selection.ids().size() > 1) {
            chosen.setSelected(true);
        } else if (!report && !shown.isDisable()) {
            shown.setSelected(true);
        }
        sheets.setId("report-sheets");
        sheets.setEditable(true);
        number("report.sheets").ifPresent(sheets.getValueFactory()::setValue);
        addresses.setId("report-addresses");
        addresses.setWrapText(true);
    }

    void ask(Consumer<ReportRequest> then) {
        Form form = new Form(window.stage(), t(report ? "report.title" : "list.title"));
        form.wide(660);
        form.add(t("report.perimeter"), new VBox(6, all, shown, chosen));
        if (report) {
            form.add(t("report.sheets"), sheets);
        }
        form.addWide(addresses);
        identity.addTo(form);
        form.note(t("report.note"));
        form.ask(t(report ? "report.go" : "list.go"), identity::problem, () -> {
            if (report) {
                settings.put("report.sheets", String.valueOf(sheets.getValue()));
            }
            then.accept(new ReportRequest(
                    perimeter(), report ? sheets.getValue() : 0, identity.keep(), addresses.isSelected()));
        });
    }

    private Perimeter perimeter() {
        if (chosen.isSelected()) {
            return Perimeter.of(selection.ids());
        }
        if (shown.isSelected()) {
            return new Perimeter(filtered.expression(), null);
        }
        return report ? Perimeter.ALL : new Perimeter(Perimeter.PUBLIC, null);
    }

    private static RadioButton choice(ToggleGroup group, String id, String words) {
        RadioButton button = new RadioButton(words);
        button.setId("perimeter-" + id);
        button.setToggleGroup(group);
        return button;
    }

    private Optional<Integer> number(String key) {
        return settings.get(key)
                .filter(v -> v.matches("\\d{1,2}"))
                .map(Integer::valueOf)
                .filter(n -> n <= MOST_SHEETS);
    }
}
