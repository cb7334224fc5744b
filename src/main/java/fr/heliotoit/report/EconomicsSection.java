package fr.heliotoit.report;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.text.Formats;
import java.util.Comparator;
import java.util.List;

/** Money of the public roofs, when it was evaluated. */
final class EconomicsSection implements Section {
    @Override
    public void write(ReportInput input, Page page) {
        List<BuildingRecord> sites = input.publicBuildings().stream()
                .filter(r -> Attribute.VAN.valueOf(r) != null)
                .sorted(Comparator.comparingDouble((BuildingRecord r) -> -number(r, Attribute.VAN))
                        .thenComparing(r -> r.building().id()))
                .toList();
        if (sites.isEmpty()) {
            return;
        }
        page.raw("<div class=\"new-page\"></div>");
        page.heading(Words.text("report.economics.title"));
        double investment = sites.stream()
                .mapToDouble(r -> number(r, Attribute.INVESTISSEMENT))
                .sum();
        long paying = sites.stream().filter(r -> number(r, Attribute.VAN) > 0).count();
        page.paragraph(Words.text(
                "report.economics.intro",
                Words.counted("report.economics.roofs", sites.size()),
                Formats.quantity(investment / 1000, 0, "k€"),
                Formats.number(paying)));
        EvaluatedTable.write(
                page,
                Words.text("report.economics.caption"),
                sites,
                List.of(
                        Attribute.PRODUCTION_MIN,
                        Attribute.PRODUCTION_MAX,
                        Attribute.AUTOCONSOMMATION,
                        Attribute.INVESTISSEMENT,
                        Attribute.RETOUR,
                        Attribute.VAN,
                        Attribute.COUT));
        page.paragraph("note", Words.text("report.economics.note"));
        Decisions.cite(page, input.decisions().of(Attribute.VAN));
    }

    private static double number(BuildingRecord record, Attribute attribute) {
        return attribute.valueOf(record) instanceof Double d ? d : 0;
    }
}
