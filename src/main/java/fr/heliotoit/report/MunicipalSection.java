package fr.heliotoit.report;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.render.ClassStyle;
import fr.heliotoit.text.Formats;
import java.util.Comparator;
import java.util.List;

/** The public buildings, best first. */
final class MunicipalSection implements Section {
    private static final int MOST_ROWS = 30;
    /** So many fit below what stands before. */
    private static final int FEW = 15;

    private static final int MOST_UNKNOWN = 12;
    private static final int LONGEST_NAME = 60;

    /** A public building with a figure. */
    private record Site(Building building, SolarPotential potential) {}

    @Override
    public void write(ReportInput input, Page page) {
        List<BuildingRecord> owned = input.publicBuildings();
        page.raw("<div class=\"" + (owned.size() > FEW ? "new-page" : "together") + "\">");
        write(input, owned, page);
        page.raw("</div>");
    }

    private static void write(ReportInput input, List<BuildingRecord> owned, Page page) {
        page.heading(Words.text("report.municipal.title"));
        if (owned.isEmpty()) {
            page.paragraph(Words.text("report.municipal.none"));
            return;
        }
        List<Site> sites = owned.stream()
                .filter(r -> r.outcome() instanceof SolarPotential)
                .map(r -> new Site(r.building(), (SolarPotential) r.outcome()))
                .sorted(Comparator.comparingDouble((Site s) -> -s.potential.yearlyYieldKWh())
                        .thenComparing(s -> s.building.id()))
                .toList();
        if (sites.isEmpty()) {
            page.paragraph(Words.counted("report.municipal.noFigure", owned.size()));
        } else {
            page.paragraph(Words.counted("report.municipal.intro", sites.size()));
            page.raw(table(sites, new ClassStyle(input.conventions())).html());
            page.paragraph("note", Words.text("report.municipal.note"));
        }
        unknown(owned, page);
    }

    private static Table table(List<Site> sites, ClassStyle style) {
        int shown = Math.min(sites.size(), MOST_ROWS);
        Table table = new Table(
                "data paged",
                sites.size() > shown
                        ? Words.text("report.municipal.captionCut", shown, Formats.number(sites.size()))
                        : Words.text("report.municipal.caption"),
                List.of(
                        "#" + Words.text("report.column.rank"),
                        Words.text("report.column.building"),
                        "#" + Words.text("report.column.usable"),
                        "#" + Words.text("report.column.power"),
                        "#" + Words.text("report.column.yieldMWh"),
                        Words.text("report.column.class")));
        for (int i = 0; i < shown; i++) {
            Site site = sites.get(i);
            SolarPotential p = site.potential;
            table.row(
                    "",
                    List.of(
                            Integer.toString(i + 1),
                            label(site.building),
                            Words.escape(Formats.number(p.usableAreaM2(), 0)),
                            Words.escape(Formats.number(p.peakPowerKWp(), 1)),
                            Words.escape(Formats.number(p.yearlyYieldKWh() / 1000, 1)),
                            "<span class=\"keep\">"
                                    + Words.escape(p.suitabilityClass() + " · " + style.name(p.suitabilityClass()))
                                    + "</span>"));
        }
        double usable =
                sites.stream().mapToDouble(s -> s.potential.usableAreaM2()).sum();
        double power =
                sites.stream().mapToDouble(s -> s.potential.peakPowerKWp()).sum();
        double yield =
                sites.stream().mapToDouble(s -> s.potential.yearlyYieldKWh()).sum();
        return table.total(
                "",
                Words.counted("report.municipal.total", sites.size()),
                Formats.number(usable, 0),
                Formats.number(power, 1),
                Formats.number(yield / 1000, 1),
                "");
    }

    private static void unknown(List<BuildingRecord> owned, Page page) {
        List<BuildingRecord> none =
                owned.stream().filter(r -> r.outcome() instanceof NoFigure).toList();
        if (none.isEmpty()) {
            return;
        }
        page.raw("<div class=\"together\">");
        page.subheading(Words.text("report.municipal.unknown"));
        page.raw("<ul>");
        for (BuildingRecord record : none.subList(0, Math.min(none.size(), MOST_UNKNOWN))) {
            String reason = Words.text(
                    "cadastre.reason." + ((NoFigure) record.outcome()).reason().code());
            page.raw("<li>" + label(record.building()) + " — " + Words.escape(reason) + "</li>");
        }
        page.raw("</ul>");
        if (none.size() > MOST_UNKNOWN) {
            page.paragraph("note", Words.counted("report.municipal.unknownMore", none.size() - MOST_UNKNOWN));
        }
        page.raw("</div>");
    }

    /** Name, else identifier, followed by the address; escaped. */
    static String label(Building building) {
        String name = building.name() == null || building.name().isBlank() ? building.id() : building.name();
        String address = building.address() == null ? "" : building.address().strip();
        return Words.escape(name, LONGEST_NAME)
                + (address.isEmpty()
                        ? ""
                        : " <span class=\"address\">" + Words.escape(address, LONGEST_NAME) + "</span>");
    }
}
