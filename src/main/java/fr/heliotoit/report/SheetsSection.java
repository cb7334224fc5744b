package fr.heliotoit.report;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.SolarPotential;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The public buildings that would yield most, two to a page. */
final class SheetsSection implements Section {
    @Override
    public void write(ReportInput input, Page page) {
        List<BuildingRecord> best = input.sheets();
        if (best.isEmpty()) {
            return;
        }
        Maps maps = Maps.of(input);
        page.raw("<div class=\"together\">");
        page.heading(Words.counted("report.sheets.title", best.size()));
        page.paragraph(Words.text("report.sheets.intro"));
        for (BuildingRecord record : best) {
            sheet(input, Facts.largestPlanesFirst(record), maps, page);
            // the heading stays with the first sheet
            page.raw(record == best.getFirst() ? "</div>" : "");
        }
        if (best.stream().anyMatch(r -> Attribute.PRODUCTION_MIN.valueOf(r) != null)) {
            Set<String> packs = new LinkedHashSet<>(input.decisions().of(Attribute.PRODUCTION_MIN));
            best.forEach(r -> {
                Advice advice = input.decisions().advice().get(r.building().id());
                packs.addAll(advice == null ? List.of() : advice.citations());
            });
            Decisions.cite(page, List.copyOf(packs));
        }
    }

    private static void sheet(ReportInput input, BuildingRecord record, Maps maps, Page page) {
        String title = Facts.title(record.building());
        page.raw("<div class=\"sheet\">");
        page.subheading(title);
        Facts.address(record.building()).ifPresent(a -> page.paragraph("place", a));
        page.raw("<div class=\"left\">");
        page.drawing(maps.building(record, input.modulesOf(record), 330, 196), Facts.mapAlt(input, record));
        page.raw("</div><div class=\"beside-map\">");
        page.raw(Facts.table(Words.text("report.sheet.caption", title), Facts.brief(input, record)));
        page.raw("</div><div class=\"after\"></div>");
        Advice advice = input.decisions().advice().get(record.building().id());
        if (advice != null) {
            page.paragraph(
                    "note",
                    advice.facts().stream()
                            .map(f -> Words.text("report.advice.line", f.name(), f.value()))
                            .collect(Collectors.joining(" ")));
        }
        List<Double> months = Facts.months((SolarPotential) record.outcome());
        if (!months.isEmpty()) {
            page.paragraph("note", Words.text("report.sheet.months", Facts.unit(months)));
            page.drawing(
                    Chart.vertical(Facts.bars(months, input.options().brand().chart(), false), Chart.WIDTH, 78, 10),
                    Facts.monthsAlt(months));
        }
        page.raw("</div>");
    }
}
