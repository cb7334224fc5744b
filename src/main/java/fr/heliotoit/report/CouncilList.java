package fr.heliotoit.report;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Energy;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.render.ClassStyle;
import fr.heliotoit.text.Formats;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The buildings of a selection in one table for the council, best first, with totals. */
public final class CouncilList {
    private static final int LONGEST = 70;
    /** More than anybody reads; the rest is counted in one line. */
    private static final int MOST_ROWS = 1000;

    private CouncilList() {}

    /**
     * Writes the list in the current language.
     *
     * @param input its records are the selection; private ones are listed only when the options say so, else counted in one line when they
     *     are enough
     * @param remarks what the town hall wrote about buildings, by id
     */
    public static void write(ReportInput input, Map<String, String> remarks, OutputStream out) throws IOException {
        List<BuildingRecord> listed = input.records().stream()
                .filter(r -> input.options().privateAddresses() || r.building().publicOwner())
                .sorted(Comparator.comparingDouble(CouncilList::yield)
                        .reversed()
                        .thenComparing(r -> r.building().id()))
                .toList();
        Page page = new Page();
        page.logo(input.options().brand(), input.info().commune());
        page.paragraph("kicker", Words.cut(input.info().commune().name(), 120));
        page.raw("<h1 class=\"small\">" + Words.escape(Words.text("report.list.title")) + "</h1>");
        page.paragraph("date", Words.text("report.list.date", input.vintage(), Formats.date(input.date())));
        String perimeter = input.options().perimeter();
        if (perimeter != null) {
            page.paragraph("date", Words.text("report.cover.perimeter", Words.cut(perimeter, 200)));
        }
        if (listed.isEmpty()) {
            page.paragraph(Words.text("report.list.none"));
        } else {
            page.raw(table(input, listed, remarks).html());
        }
        privateOnes(input, page);
        page.paragraph("note", Words.text("report.municipal.note"));
        Set<String> packs = new LinkedHashSet<>(input.packs());
        evaluated(listed).forEach(column -> packs.addAll(input.decisions().of(column)));
        Decisions.cite(page, List.copyOf(packs));
        String title = Words.text(
                "report.list.documentTitle", Words.cut(input.info().commune().name(), 120));
        PdfWriter.write(
                new Paper(
                                title,
                                title,
                                Words.text("report.foot", input.version()).stripTrailing(),
                                input.info().synthetic(),
                                input.options().brand(),
                                Paper.A4_LANDSCAPE)
                        .source(page),
                input.date(),
                out);
    }

    /** What helps to decide, as far as it was evaluated. */
    private static List<Attribute> evaluated(List<BuildingRecord> listed) {
        return Stream.of(Attribute.NOTE, Attribute.VAN, Attribute.ECHEANCE)
                .filter(column -> listed.stream().anyMatch(r -> column.valueOf(r) != null))
                .toList();
    }

    private static String words(Attribute column, BuildingRecord record) {
        Object value = column.valueOf(record);
        if (value instanceof Double d) {
            return Formats.number(d, 0);
        }
        return value == null ? "—" : Formats.date(LocalDate.parse(value.toString()));
    }

    private static Table table(ReportInput input, List<BuildingRecord> listed, Map<String, String> remarks) {
        ClassStyle style = new ClassStyle(input.conventions());
        int shown = Math.min(listed.size(), MOST_ROWS);
        List<Attribute> evaluated = evaluated(listed);
        List<String> headings = new ArrayList<>(List.of(
                "#" + Words.text("report.column.rank"),
                Words.text("report.column.building"),
                Words.text("report.column.usage"),
                "#" + Words.text("report.column.usable"),
                "#" + Words.text("report.column.power"),
                "#" + Words.text("report.column.yieldMWh"),
                Words.text("report.column.class")));
        evaluated.forEach(column -> headings.add("#" + Words.text("report.list." + column.attributeName())));
        headings.add(Words.text("report.column.remark"));
        Table table = new Table(
                "data paged council",
                shown < listed.size()
                        ? Words.text("report.list.captionCut", Formats.number(shown), Formats.number(listed.size()))
                        : Words.counted("report.list.caption", listed.size()),
                headings);
        int rank = 0;
        for (BuildingRecord record : listed.subList(0, shown)) {
            List<String> cells = new ArrayList<>(List.of(
                    Integer.toString(++rank),
                    MunicipalSection.label(record.building()),
                    "<span class=\"keep\">"
                            + Words.escape(Words.text("cadastre.usage."
                                    + record.building().usage().code()))
                            + "</span>"));
            String remark = Words.cut(remarks.getOrDefault(record.building().id(), ""), 160);
            switch (record.outcome()) {
                case SolarPotential p -> {
                    cells.add(Words.escape(Formats.number(p.usableAreaM2(), 0)));
                    cells.add(Words.escape(Formats.number(p.peakPowerKWp(), 1)));
                    cells.add(Words.escape(Formats.number(p.yearlyYieldKWh() / 1000, 1)));
                    cells.add("<span class=\"keep\">"
                            + Words.escape(p.suitabilityClass() + " · " + style.name(p.suitabilityClass()))
                            + "</span>");
                }
                case NoFigure none -> {
                    cells.addAll(List.of("—", "—", "—", "—"));
                    String reason =
                            Words.text("cadastre.reason." + none.reason().code());
                    remark = remark.isEmpty() ? reason : reason + " " + remark;
                }
            }
            evaluated.forEach(column -> cells.add(Words.escape(words(column, record))));
            cells.add(Words.escape(remark));
            table.row("", cells);
        }
        List<String> totals = new ArrayList<>(List.of(
                "",
                Words.counted("report.list.total", listed.size()),
                "",
                Formats.number(sum(listed, SolarPotential::usableAreaM2), 0),
                Formats.number(sum(listed, SolarPotential::peakPowerKWp), 1),
                Formats.number(sum(listed, SolarPotential::yearlyYieldKWh) / 1000, 1),
                "",
                ""));
        evaluated.forEach(column -> totals.add(""));
        return table.total(totals.toArray(String[]::new));
    }

    /** The private ones of the selection as one sum. */
    private static void privateOnes(ReportInput input, Page page) {
        List<BuildingRecord> privately = input.records().stream()
                .filter(r -> !r.building().publicOwner() && r.outcome() instanceof SolarPotential)
                .toList();
        if (input.options().privateAddresses() || privately.isEmpty()) {
            return;
        }
        if (privately.size() < Groups.LEAST) {
            page.paragraph(Words.counted("report.withheld", privately.size(), Groups.LEAST));
        } else {
            page.paragraph(Words.counted(
                    "report.list.private",
                    privately.size(),
                    Energy.power(sum(privately, SolarPotential::peakPowerKWp)),
                    Energy.perYear(sum(privately, SolarPotential::yearlyYieldKWh))));
        }
    }

    private static double sum(List<BuildingRecord> records, java.util.function.ToDoubleFunction<SolarPotential> value) {
        return records.stream()
                .map(BuildingRecord::outcome)
                .filter(SolarPotential.class::isInstance)
                .mapToDouble(o -> value.applyAsDouble((SolarPotential) o))
                .sum();
    }

    private static double yield(BuildingRecord record) {
        return record.outcome() instanceof SolarPotential p ? p.yearlyYieldKWh() : -1;
    }
}
