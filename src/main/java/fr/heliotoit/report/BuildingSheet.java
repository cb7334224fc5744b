package fr.heliotoit.report;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Energy;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.render.ClassStyle;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Formats;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sheet of one building, for its owner at the counter: what the roof is worth, how to read that, what to do next. */
public final class BuildingSheet {
    private static final List<String> READING = List.of("class", "yield", "months", "planes");
    private static final List<String> CHECKS = List.of("structure", "asbestos", "shade", "heritage", "grid", "quotes");

    /** Two pages hold all of it, money and law included. */
    private static final String COMPACT = "h2{font-size:12.5pt;margin:3.5mm 0 1.5mm 0} table{margin:1mm 0 2mm 0}"
            + "li{margin:0 0 0.5mm 0;line-height:1.28} p.note{font-size:7.5pt;margin:0 0 1mm 0;line-height:1.3}";

    private BuildingSheet() {}

    /**
     * Writes the sheet in the current language.
     *
     * @param input the commune, whose private roofs appear around the building as neighbourhoods
     * @param record one of its buildings
     */
    public static void write(ReportInput input, BuildingRecord record, OutputStream out) throws IOException {
        PdfWriter.write(html(input, record), input.date(), out);
    }

    private static PdfWriter.Source html(ReportInput input, BuildingRecord given) throws IOException {
        BuildingRecord record = Facts.largestPlanesFirst(given);
        Page page = new Page();
        head(input, record.building(), "report.sheet.kicker", page);
        switch (record.outcome()) {
            case NoFigure none -> why(none, page);
            case SolarPotential p -> figures(input, p, page);
        }
        page.raw("<div class=\"left\">");
        page.drawing(
                around(input, record).building(record, input.modulesOf(record), 330, 270), Facts.mapAlt(input, record));
        page.raw("</div><div class=\"beside-map\">");
        page.raw(Facts.table(Words.text("report.sheet.facts"), facts(input, record)));
        page.raw("</div><div class=\"after\"></div>");
        if (record.outcome() instanceof SolarPotential p) {
            months(input, p, page);
        }
        reading(input, record, page);
        EvaluatedFacts.write(input, record, page);
        checks(page);
        hypotheses(input, record, page);
        String title = Words.text("report.sheet.documentTitle", Facts.title(record.building()));
        return new Paper(
                        title,
                        title,
                        Words.text("report.foot", input.version()).stripTrailing(),
                        input.info().synthetic(),
                        input.options().brand(),
                        Paper.A4)
                .source(page, COMPACT);
    }

    /** Logo, what it is, which building, where and when. */
    static void head(ReportInput input, Building building, String kicker, Page page) {
        page.logo(input.options().brand(), input.info().commune());
        page.paragraph("kicker", Words.text(kicker));
        page.raw("<h1 class=\"small\">" + Words.escape(Facts.title(building)) + "</h1>");
        List<String> where = new ArrayList<>();
        Facts.address(building).ifPresent(where::add);
        where.add(Words.cut(input.info().commune().name(), 120));
        page.paragraph("place", String.join(" · ", where));
        page.paragraph("date", Words.text("report.sheet.date", input.vintage(), Formats.date(input.date())));
    }

    /** The map's buildings: the one meant shows its own class. */
    static Maps around(ReportInput input, BuildingRecord record) {
        String id = record.building().id();
        // Its own roof as it is; neighbours only as far as a public map shows them.
        List<BuildingRecord> shown = Stream.concat(
                        Stream.of(record),
                        input.described().mapped().stream()
                                .filter(r -> !r.building().id().equals(id)))
                .toList();
        return Maps.of(input.info(), shown, new ClassStyle(input.conventions()));
    }

    private static void why(NoFigure none, Page page) {
        page.paragraph(
                "lead",
                Words.text(
                        "report.sheet.why",
                        Words.text("cadastre.reason." + none.reason().code())));
        page.paragraph(Words.text("report.sheet.whyNext"));
    }

    private static void figures(ReportInput input, SolarPotential p, Page page) {
        ClassStyle style = new ClassStyle(input.conventions());
        boolean some = p.yearlyYieldKWh() > 0;
        page.paragraph(
                "lead",
                Words.text(
                        some ? "report.sheet.lead" : "report.sheet.leadNone",
                        p.suitabilityClass(),
                        style.name(p.suitabilityClass()),
                        input.conventions().classes()));
        if (!some) {
            return;
        }
        Conventions.Value household = input.conventions().householdConsumption();
        double households = p.yearlyYieldKWh() / household.value();
        page.raw("<div class=\"key\">");
        CoverSection.key(page, Energy.perYear(p.yearlyYieldKWh()), Words.text("report.key.yield"));
        CoverSection.key(page, Energy.power(p.peakPowerKWp()), Words.text("report.key.power"));
        CoverSection.key(page, Energy.area(p.usableAreaM2()), Words.text("report.key.usable"));
        CoverSection.key(
                page,
                Formats.number(households, households < 10 ? 1 : 0),
                Words.text("report.sheet.households", Formats.quantity(household.value(), 0, household.unit())));
        page.raw("<div class=\"after\"></div></div>");
    }

    private static List<Facts.Fact> facts(ReportInput input, BuildingRecord record) {
        List<Facts.Fact> facts = new ArrayList<>(Facts.of(input, record));
        facts.addAll(Facts.identity(record.building()));
        return facts;
    }

    private static void months(ReportInput input, SolarPotential p, Page page) {
        List<Double> months = Facts.months(p);
        if (months.isEmpty()) {
            if (p.monthsUnknown()) {
                page.paragraph("note", Words.text("report.months.unknown"));
            }
            return;
        }
        page.raw("<div class=\"together\">");
        page.raw("<h2>" + Words.escape(Words.text("report.sheet.months", Facts.unit(months))) + "</h2>");
        page.drawing(
                Chart.vertical(Facts.bars(months, input.options().brand().chart(), false), Chart.WIDTH, 112, 11),
                Facts.monthsAlt(months));
        page.raw("</div>");
    }

    private static void reading(ReportInput input, BuildingRecord record, Page page) {
        page.heading(Words.text("report.sheet.reading"));
        if (record.outcome() instanceof SolarPotential p) {
            page.raw("<ul>");
            for (String item : READING) {
                if (item.equals("months") && Facts.months(p).isEmpty()
                        || item.equals("planes") && record.planes().isEmpty()) {
                    continue;
                }
                String words = item.equals("months")
                        ? Facts.contrast(Facts.months(p))
                        : Words.text(
                                "report.sheet.reading." + item,
                                input.conventions().classes());
                page.raw("<li>" + Words.escape(words) + "</li>");
            }
            page.raw("</ul>");
        } else {
            page.paragraph(Words.text("report.sheet.reading.none"));
        }
        if (!record.planes().isEmpty()) {
            page.raw("<div class=\"together\">");
            page.raw(PlaneTable.html(record.planes(), input.modulesOf(record), input.conventions()));
            page.raw("</div>");
        }
    }

    private static void checks(Page page) {
        page.raw("<div class=\"together\">");
        page.heading(Words.text("report.sheet.checks"));
        page.raw("<ul>");
        for (String check : CHECKS) {
            page.raw("<li>" + Words.escape(Words.text("report.sheet.checks." + check)) + "</li>");
        }
        page.raw("</ul></div>");
    }

    private static void hypotheses(ReportInput input, BuildingRecord record, Page page) {
        Conventions c = input.conventions();
        page.raw("<div class=\"together\">");
        page.heading(Words.text("report.sheet.hypotheses"));
        page.paragraph(
                "note",
                Words.text(
                        "report.sheet.hypotheses.text",
                        c.name(),
                        Formats.quantity(
                                c.modulePowerDensity().value(),
                                0,
                                c.modulePowerDensity().unit()),
                        record.outcome() instanceof SolarPotential p && p.method() == SolarPotential.Method.HOURLY
                                ? Words.text("report.sheet.hypotheses.hourly")
                                : Words.text(
                                        "report.sheet.hypotheses.simple",
                                        Formats.number(c.performanceRatio().value(), 2))));
        List<String> files = input.sources().stream()
                .map(s -> Words.cut(s.name(), 70))
                .distinct()
                .toList();
        if (!files.isEmpty()) {
            page.paragraph("note", Words.text("report.sheet.sources", String.join(", ", files)));
        }
        String site = input.options().brand().site();
        if (site != null) {
            page.paragraph("note", Words.text("report.legal.site", site));
        }
        page.raw("</div>");
    }
}
