package fr.heliotoit.report;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Energy;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.render.ClassStyle;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.awt.Color;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is said of one building on every paper, in the same words. */
final class Facts {
    /** A name and a value, plain words. */
    record Fact(String name, String value) {}

    private static final int LONGEST = 80;

    private Facts() {}

    /** Its name, else its address, else its identifier; not escaped. */
    static String title(Building building) {
        for (String words : new String[] {building.name(), building.address()}) {
            if (words != null && !words.isBlank()) {
                return Words.cut(words, LONGEST);
            }
        }
        return Words.text("report.sheet.building", Words.cut(building.id(), LONGEST));
    }

    /** Its address unless that is its title already. */
    static Optional<String> address(Building building) {
        String address = building.address() == null ? "" : building.address().strip();
        return address.isEmpty() || building.name() == null || building.name().isBlank()
                ? Optional.empty()
                : Optional.of(Words.cut(address, LONGEST));
    }

    /** The figures, or the reason why there are none. */
    static List<Fact> of(ReportInput input, BuildingRecord record) {
        List<Fact> facts = new ArrayList<>();
        switch (record.outcome()) {
            case NoFigure none ->
                add(
                        facts,
                        "reason",
                        Words.text("cadastre.reason." + none.reason().code()));
            case SolarPotential p -> {
                add(facts, "class", className(p, input.conventions()));
                add(facts, "yield", Energy.perYear(p.yearlyYieldKWh()));
                interval(facts, record);
                modules(facts, input.modulesOf(record));
                add(facts, "power", Energy.power(p.peakPowerKWp()));
                add(facts, "usable", Energy.area(p.usableAreaM2()));
                add(facts, "roof", Energy.area(p.roofAreaM2()));
                add(facts, "irradiation", Formats.quantity(p.irradiationKWhM2(), 0, Energy.perSquareMetre()));
                if (Double.isFinite(p.tiltDeg())) {
                    add(facts, "mainPlane", mainPlane(p));
                }
            }
        }
        return facts;
    }

    /** The most useful of them, for a small table. */
    static List<Fact> brief(ReportInput input, BuildingRecord record) {
        List<Fact> facts = new ArrayList<>();
        if (!(record.outcome() instanceof SolarPotential p)) {
            return of(input, record);
        }
        add(facts, "class", className(p, input.conventions()));
        add(facts, "yield", Energy.perYear(p.yearlyYieldKWh()));
        interval(facts, record);
        modules(facts, input.modulesOf(record));
        add(facts, "power", Energy.power(p.peakPowerKWp()));
        add(facts, "usable", Energy.area(p.usableAreaM2()));
        add(facts, "irradiation", Formats.quantity(p.irradiationKWhM2(), 0, Energy.perSquareMetre()));
        if (Double.isFinite(p.tiltDeg())) {
            add(facts, "mainPlane", mainPlane(p));
        }
        return facts;
    }

    /** What the building is called in registers. */
    static List<Fact> identity(Building building) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "id", Words.cut(building.id(), LONGEST));
        if (building.parcel() != null && !building.parcel().isBlank()) {
            add(facts, "parcel", Words.cut(building.parcel(), LONGEST));
        }
        add(facts, "usage", Words.text("cadastre.usage." + building.usage().code()));
        add(facts, "footprint", Energy.area(building.footprintM2()));
        if (building.heightM() != null) {
            add(facts, "height", Formats.quantity(building.heightM(), 1, "m"));
        }
        return facts;
    }

    /** What the production may be in eight years of ten, when it was evaluated. */
    private static void interval(List<Fact> facts, BuildingRecord record) {
        if (Attribute.PRODUCTION_MIN.valueOf(record) instanceof Double low
                && Attribute.PRODUCTION_MAX.valueOf(record) instanceof Double high) {
            add(
                    facts,
                    "interval",
                    Formats.number(low, 0) + " – " + Formats.quantity(high, 0, Attribute.PRODUCTION_MAX.unit()));
        }
    }

    private static void modules(List<Fact> facts, List<ModuleArray> modules) {
        int count = modules.stream().mapToInt(ModuleArray::count).sum();
        if (count > 0) {
            add(facts, "modules", Formats.number(count));
        }
    }

    /** What the plan of a building shows, in words. */
    static String mapAlt(ReportInput input, BuildingRecord record) {
        int count =
                input.modulesOf(record).stream().mapToInt(ModuleArray::count).sum();
        String plan = Words.text("report.sheet.map.alt", title(record.building()));
        return count == 0 ? plan : plan + " " + Words.counted("report.sheet.map.modules", count);
    }

    private static String mainPlane(SolarPotential p) {
        return Double.isNaN(p.azimuthDeg())
                ? Words.text("report.direction.flat")
                : Words.text(
                        "report.sheet.mainPlane.words",
                        Words.direction(p.azimuthDeg()),
                        Formats.number(p.tiltDeg(), 0) + "°");
    }

    static String className(SolarPotential p, Conventions conventions) {
        return p.suitabilityClass() + " · " + new ClassStyle(conventions).name(p.suitabilityClass());
    }

    /** As a table with the names as row headings. */
    static String table(String caption, List<Fact> facts) {
        StringBuilder html =
                new StringBuilder("<table class=\"data terms\"><caption>" + Words.escape(caption) + "</caption>");
        html.append("<tbody>");
        for (Fact fact : facts) {
            html.append("<tr><th scope=\"row\">").append(Words.escape(fact.name));
            html.append("</th><td>").append(Words.escape(fact.value)).append("</td></tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    /** As a table of two names and two values a row. */
    static String pairs(String caption, List<Fact> facts) {
        StringBuilder html = new StringBuilder(
                "<table class=\"data pairs\"><caption>" + Words.escape(caption) + "</caption><tbody>");
        for (int i = 0; i < facts.size(); i++) {
            html.append(i % 2 == 0 ? "<tr>" : "").append("<th scope=\"row\">");
            html.append(Words.escape(facts.get(i).name)).append("</th><td>");
            html.append(Words.escape(facts.get(i).value)).append("</td>");
            if (i % 2 == 0 && i == facts.size() - 1) {
                html.append("<td colspan=\"2\"></td>");
            }
            html.append(i % 2 == 1 || i == facts.size() - 1 ? "</tr>" : "");
        }
        return html.append("</tbody></table>").toString();
    }

    /** The planes that yield most first, as in {@link PlaneTable}. */
    static BuildingRecord largestPlanesFirst(BuildingRecord record) {
        List<RoofPlane> planes = record.planes().stream()
                .sorted(Comparator.comparingDouble((RoofPlane p) -> -p.areaM2()).thenComparing(RoofPlane::id))
                .toList();
        return new BuildingRecord(record.building(), planes, record.outcome(), record.vintage(), record.evaluation());
    }

    /** The production by month [kWh]; empty when the months are not known or there is none. */
    static List<Double> months(SolarPotential p) {
        return p.yearlyYieldKWh() > 0 ? p.monthlyYieldKWh() : List.of();
    }

    /** Bars of the months, in kWh or MWh by size. */
    static List<Chart.Bar> bars(List<Double> months, Color colour, boolean shortNames) {
        List<Chart.Bar> bars = new ArrayList<>();
        boolean large = large(months);
        for (int m = 0; m < 12; m++) {
            String name = month(m, shortNames ? TextStyle.NARROW : TextStyle.SHORT);
            bars.add(new Chart.Bar(name, months.get(m), amount(months.get(m), large), colour));
        }
        return bars;
    }

    /** The months in words, for those who do not see the bars. */
    static String monthsAlt(List<Double> months) {
        boolean large = large(months);
        List<String> words = new ArrayList<>();
        for (int m = 0; m < 12; m++) {
            words.add(month(m, TextStyle.FULL) + " " + amount(months.get(m), large));
        }
        return Words.text("report.sheet.months.alt", unit(months), String.join(", ", words));
    }

    /** How much the best month yields more than the worst, in words. */
    static String contrast(List<Double> months) {
        int best = 0;
        int worst = 0;
        for (int m = 1; m < 12; m++) {
            best = months.get(m) > months.get(best) ? m : best;
            worst = months.get(m) < months.get(worst) ? m : worst;
        }
        String most = month(best, TextStyle.FULL);
        String least = month(worst, TextStyle.FULL);
        double times = months.get(best) / months.get(worst);
        return times >= 1.95 && times < 100
                ? Words.text("report.sheet.reading.months", Formats.number(times, 0), most, least)
                : Words.text("report.sheet.reading.monthsFew", most, least);
    }

    /** kWh or MWh, as in {@link #bars}. */
    static String unit(List<Double> months) {
        return large(months) ? "MWh" : "kWh";
    }

    private static boolean large(List<Double> months) {
        return months.stream().mapToDouble(Double::doubleValue).max().orElse(0) >= 9_999.5;
    }

    private static String amount(double kWh, boolean large) {
        return Formats.number(large ? kWh / 1000 : kWh, large ? 1 : 0);
    }

    private static String month(int month, TextStyle style) {
        return Month.of(month + 1).getDisplayName(style, Texts.current().locale());
    }

    private static void add(List<Fact> facts, String name, String value) {
        facts.add(new Fact(Words.text("report.sheet." + name), value));
    }
}
