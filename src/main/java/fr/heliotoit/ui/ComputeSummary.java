package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.ComputeReport;
import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.Energy;
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

    /** The totals in words. */
    static String text(CommuneSummary summary) {
        StringBuilder text = new StringBuilder(t(
                "compute.done.text",
                Formats.number(summary.withFigure()),
                Formats.number(summary.buildings()),
                Energy.area(summary.usableAreaM2()),
                Energy.power(summary.peakPowerKWp()),
                Energy.perYear(summary.yearlyYieldKWh())));
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
