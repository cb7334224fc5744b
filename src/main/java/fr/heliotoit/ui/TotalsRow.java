package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Energy;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.text.Formats;
import fr.heliotoit.ui.model.Latest;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.ProjectModel;
import fr.heliotoit.ui.model.Words;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** Below the table: totals of the rows, and of those that are selected when there are several. */
final class TotalsRow extends Label {
    private final ProjectModel model;
    private final Latest<String> adding = new Latest<>("totals", true, this::show);

    TotalsRow(ProjectModel model) {
        this.model = model;
        setId("table-totals");
        getStyleClass().add("table-totals");
        setMaxWidth(Double.MAX_VALUE);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        model.filteredProperty().addListener(o -> refresh());
        model.selectionProperty().addListener(o -> refresh());
        model.projectProperty().addListener(o -> refresh());
    }

    /** What does not fit is read when the mouse rests there. */
    private void show(String words) {
        setText(words);
        setTooltip(words.isEmpty() ? null : new Tooltip(words));
    }

    private void refresh() {
        List<BuildingRecord> rows = model.filtered().records();
        Set<String> ids = model.selection().ids();
        LoadedProject project = model.project().orElse(null);
        adding.submit(() -> {
            if (project == null || rows.isEmpty()) {
                return "";
            }
            String all = words("table.total", rows);
            String chosen = ids.size() < 2
                    ? ""
                    : "      " + words("table.total.chosen", project.buildings().byIds(ids));
            return all + chosen + Words.packs("      ", project.packs());
        });
    }

    private static String words(String key, List<BuildingRecord> records) {
        double area = 0;
        double power = 0;
        double energy = 0;
        for (BuildingRecord record : records) {
            if (record.outcome() instanceof SolarPotential p) {
                area += p.usableAreaM2();
                power += p.peakPowerKWp();
                energy += p.yearlyYieldKWh();
            }
        }
        return t(key, Formats.number(records.size()), Energy.area(area), Energy.power(power), Energy.perYear(energy));
    }
}
