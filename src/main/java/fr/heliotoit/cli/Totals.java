package fr.heliotoit.cli;

import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.Energy;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.util.List;

/** The totals of a computation in a few lines. */
final class Totals {
    private Totals() {}

    static void print(PrintWriter out, CommuneSummary summary, int planes, List<String> packs) {
        Texts texts = Texts.current();
        out.println(texts.text("cli.compute.buildings", summary.buildings(), summary.withFigure()));
        if (planes > 0) {
            out.println(texts.text("cli.compute.planes", planes));
        }
        out.println(texts.text(
                "cli.compute.totals",
                Energy.area(summary.usableAreaM2()),
                Energy.power(summary.peakPowerKWp()),
                Energy.perYear(summary.yearlyYieldKWh())));
        summary.byReason()
                .forEach((reason, count) -> out.println(
                        "  " + Formats.number(count) + " × " + texts.text("cadastre.reason." + reason.code())));
        Citations.print(out, packs);
    }
}
