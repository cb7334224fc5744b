package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.ExportFormat;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.ui.model.Filtered;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.Selection;
import fr.heliotoit.ui.model.Words;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Which buildings go into a file of another program, and into which kind of file. */
final class ExportDialog {
    /** The formats that people know, the usual one first; {@code json} is for machines and stays on the command line. */
    private static final List<ExportFormat> FORMATS =
            List.of(ExportFormat.xlsx, ExportFormat.excel, ExportFormat.csv, ExportFormat.geojson, ExportFormat.gpkg);

    /** What was asked for. */
    record Choice(
            ExportFormat format,
            List<BuildingRecord> records,
            @Nullable String filter,
            List<Attribute> columns) {}

    /** Takes what was asked for. */
    interface Then {
        void export(Choice choice);
    }

    private final Window owner;
    private final LoadedProject project;
    private final Filtered filtered;
    private final Selection selection;
    private final List<Attribute> shownColumns;
    private final ComboBox<ExportFormat> format = new ComboBox<>();
    private final RadioButton shown;
    private final RadioButton chosen;
    private final RadioButton columnsShown;

    ExportDialog(
            Window owner, LoadedProject project, Filtered filtered, Selection selection, List<Attribute> shownColumns) {
        this.owner = owner;
        this.project = project;
        this.filtered = filtered;
        this.selection = selection;
        this.shownColumns = shownColumns;
        format.setId("export-format");
        format.getItems().setAll(FORMATS);
        format.setValue(ExportFormat.xlsx);
        format.setConverter(new ChoiceWords<>(f -> t("export.format." + f.name())));
        ToggleGroup rows = new ToggleGroup();
        shown = button(
                rows,
                "export-shown",
                Words.count("export.shown", filtered.records().size()));
        chosen = button(
                rows,
                "export-chosen",
                Words.count("export.chosen", selection.ids().size()));
        chosen.setDisable(selection.ids().isEmpty());
        (selection.ids().size() > 1 ? chosen : shown).setSelected(true);
        columnsShown = new RadioButton(t("export.columns.shown", shownColumns.size()));
    }

    void ask(Then then) {
        ToggleGroup columns = new ToggleGroup();
        RadioButton all = button(columns, "export-columns-all", t("export.columns.all"));
        columnsShown.setToggleGroup(columns);
        columnsShown.setSelected(true);
        Form form = new Form(owner, t("export.title"));
        form.add(t("export.format"), format);
        form.add(t("export.rows"), new VBox(6, shown, chosen));
        form.add(t("export.columns"), new VBox(6, columnsShown, all));
        form.note(t("export.note"));
        form.ask(
                t("export.go"),
                () -> filtered.records().isEmpty() && !chosen.isSelected() ? t("export.nothing") : null,
                () -> then.export(choice()));
    }

    private Choice choice() {
        List<Attribute> columns = columnsShown.isSelected() ? shownColumns : List.of(Attribute.values());
        return chosen.isSelected()
                ? new Choice(
                        format.getValue(),
                        project.buildings().byIds(selection.ids()),
                        Words.count("export.chosen", selection.ids().size()),
                        columns)
                : new Choice(
                        format.getValue(),
                        filtered.records(),
                        filtered.active() ? filtered.expression() : null,
                        columns);
    }

    private static RadioButton button(ToggleGroup group, String id, String words) {
        RadioButton button = new RadioButton(words);
        button.setId(id);
        button.setToggleGroup(group);
        return button;
    }
}
