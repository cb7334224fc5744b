package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.ComputeReport;
import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.util.Map;

/** What a computation gave, in a few lines. */
final class ComputeSummary {
    private ComputeSummary() {}

    static void show(Notices notices, ComputeReport report) {
        notices.tell(t("compute.done"), text(report.summary()));
    }

    private static String text(CommuneSummary summary) {
        StringBuilder text = new StringBuilder(t(
                "compute.done.text",
                Formats.number(summary.withFigure()),
                Formats.number(summary.buildings()),
                Formats.quantity(summary.usableAreaM2(), 0, "m²"),
                Formats.quantity(summary.peakPowerKWp(), 0, "kWc"),
                Formats.quantity(summary.yearlyYieldKWh() / 1000, 0, "MWh/an")));
        for (Map.Entry<NoFigure.Reason, Integer> entry : summary.byReason().entrySet()) {
            text.append('\n')
                    .append(t(
                            "compute.done.reason",
                            Formats.number(entry.getValue()),
                            Texts.current()
                                    .text("cadastre.reason." + entry.getKey().code())));
        }
        return text.toString();
    }
}
