package fr.heliotoit.report;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.rules.Conventions.Value;
import fr.heliotoit.text.Formats;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

/** How the figures came about: data, equations with references, conventions with sources, limits. */
final class MethodSection implements Section {
    private static final int DIGEST_SHOWN = 12;
    /** So many files fit on the page of their heading. */
    private static final int FEW = 15;

    private static final Set<String> KINDS = Set.of(
            "buildings", "surface-model", "terrain-model", "canopy", "irradiation", "weather", "weather-synthetic");

    @Override
    public void write(ReportInput input, Page page) {
        page.raw(input.sources().size() <= FEW ? "<div class=\"together\">" : "<div>");
        page.heading(Words.text("report.method.title"));
        data(input, page);
        page.subheading(Words.text("report.method.steps"));
        boolean hourly = input.uses(SolarPotential.Method.HOURLY);
        boolean older =
                input.uses(SolarPotential.Method.SURFACE_MODEL) || input.uses(SolarPotential.Method.MODULE_LAYOUT);
        if (hourly || older) {
            page.paragraph(Words.text("report.method.surface"));
        }
        if (input.uses(SolarPotential.Method.RASTER)) {
            page.paragraph(Words.text("report.method.raster"));
        }
        page.paragraph(Words.text("report.method.yield"));
        page.raw("<p class=\"equation\">" + Words.escape(Words.text("report.method.equation1")) + "</p>");
        if (hourly) {
            page.paragraph(Words.text("report.method.hourly"));
            Decisions.cite(page, input.decisions().of(Attribute.PRODUCTION_MIN));
        }
        if (older || input.uses(SolarPotential.Method.RASTER)) {
            page.paragraph(Words.text(older ? "report.method.simple.older" : "report.method.simple"));
            page.raw("<p class=\"equation\">" + Words.escape(Words.text("report.method.equation2")) + "</p>");
        }
        page.paragraph(Words.text("report.method.classes"));
        conventions(input.conventions(), page);
        page.raw("<div class=\"together\">");
        page.subheading(Words.text("report.method.uncertainty"));
        page.paragraph(Words.text("report.method.uncertainty.text"));
        page.raw("</div><div class=\"together\">");
        page.subheading(Words.text("report.method.limits"));
        page.raw("<ul>");
        for (String limit : List.of("estimate", "structure", "data", "footprint")) {
            page.raw("<li>" + Words.escape(Words.text("report.method.limit." + limit)) + "</li>");
        }
        page.raw("</ul></div>");
    }

    private static void data(ReportInput input, Page page) {
        page.subheading(Words.text("report.method.data"));
        page.paragraph(Words.text(
                "report.method.dataIntro", input.vintage(), input.info().crs().code()));

        List<Snapshot.Source> sources = input.sources();
        if (sources.isEmpty()) {
            page.paragraph(Words.text("report.method.noSources"));
            page.raw("</div>");
            return;
        }
        Table table = new Table(
                "data",
                Words.text("report.method.sources"),
                List.of(
                        Words.text("report.column.kind"),
                        Words.text("report.column.file"),
                        Words.text("report.column.digest")));
        for (Snapshot.Source source : sources) {
            String kind = kind(source.kind());
            String digest = source.sha256();
            table.row(
                    "",
                    List.of(
                            Words.escape(kind, 40),
                            Words.escape(source.name(), 70),
                            Words.escape(digest.length() > DIGEST_SHOWN ? digest.substring(0, DIGEST_SHOWN) : digest)));
        }
        page.raw(table.html() + "</div>");
    }

    private static String kind(String code) {
        if (KINDS.contains(code)) {
            return Words.text("report.kind." + code);
        }
        return Layer.ofCode(code)
                .map(layer -> Words.capitalized(Words.text("cadastre.layer." + layer.code())))
                .orElse(code);
    }

    private static void conventions(Conventions conventions, Page page) {
        Table table = new Table(
                "data conventions",
                Words.text("report.method.conventions", conventions.name(), date(conventions.validFrom())),
                List.of(
                        Words.text("report.column.parameter"),
                        "#" + Words.text("report.column.value"),
                        Words.text("report.column.source")));
        row(table, "modulePowerDensity", conventions.modulePowerDensity());
        row(table, "performanceRatio", conventions.performanceRatio());
        row(table, "usableSharePitched", conventions.usableSharePitched());
        row(table, "usableShareFlat", conventions.usableShareFlat());
        row(table, "usableShareFootprint", conventions.usableShareFootprint());
        row(table, "flatBelow", conventions.flatBelow());
        row(table, "excludedAbove", conventions.excludedAbove());
        row(table, "smallestRoof", conventions.smallestRoof());
        row(table, "smallestSite", conventions.smallestSite());
        row(table, "leastPlaneIrradiation", conventions.leastPlaneIrradiation());
        row(table, "householdConsumption", conventions.householdConsumption());
        page.raw("<div class=\"together\">" + table.html() + "</div>");
    }

    /** An ISO date in words; what is no date stays as it is. */
    private static String date(String iso) {
        try {
            return Formats.date(LocalDate.parse(iso));
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    private static void row(Table table, String name, Value value) {
        int decimals = value.value() == Math.rint(value.value()) ? 0 : 2;
        table.row(
                Words.text("report.convention." + name),
                Formats.quantity(value.value(), decimals, value.unit()),
                value.source());
    }
}
