package fr.heliotoit.report;

import fr.heliotoit.cadastre.Energy;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.List;

/** How large the roofs are and which way they face. */
final class DistributionSection implements Section {
    /** Limits of usable area between the bins [m²]. */
    private static final double[] AREAS_M2 = {25, 50, 100, 200, 500, 1000};

    private static final int FLAT = 8;
    private static final int UNKNOWN = 9;

    @Override
    public void write(ReportInput input, Page page) {
        if (input.summary().withFigure() == 0) {
            return;
        }
        page.raw("<div class=\"new-page\">");
        page.heading(Words.text("report.distribution.title"));
        areas(input, page);
        orientations(input, page);
        page.raw("</div>");
    }

    private static void areas(ReportInput input, Page page) {
        List<Distribution.Row> rows = Distribution.joined(
                Distribution.bins(input.records(), AREAS_M2.length + 1, DistributionSection::areaBin),
                input.options().privateAddresses());
        List<Chart.Bar> bars = new ArrayList<>();
        List<String> alt = new ArrayList<>();
        Table table = table("report.distribution.areas.caption", "report.column.usable");
        for (Distribution.Row row : rows) {
            String label = areaLabel(row);
            String words = Words.counted("report.classes.bar", row.buildings());
            bars.add(new Chart.Bar(
                    label, row.buildings(), words, input.options().brand().chart()));
            alt.add(label + " " + Formats.number(row.buildings()));
            table.row(cells(label, row, input));
        }
        page.raw("<div class=\"together\">");
        page.subheading(Words.text("report.distribution.areas"));
        page.paragraph(Words.text("report.distribution.areas.intro"));
        page.drawing(Chart.horizontal(bars), Words.text("report.distribution.areas.alt", String.join(", ", alt)));
        page.raw(table.html());
        page.raw("</div>");
    }

    private static void orientations(ReportInput input, Page page) {
        List<Distribution.Row> bins =
                Distribution.bins(input.records(), UNKNOWN + 1, DistributionSection::orientationBin);
        page.raw("<div class=\"together\">");
        page.subheading(Words.text("report.distribution.orientations"));
        if (bins.get(UNKNOWN).buildings() == input.summary().withFigure()) {
            page.paragraph(Words.text("report.distribution.orientations.unknown"));
            page.raw("</div>");
            return;
        }
        page.paragraph(Words.text("report.distribution.orientations.intro"));
        List<Distribution.Row> rows = Distribution.pooled(bins, input.options().privateAddresses());
        double[] petals = new double[8];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            names.add(Words.text("report.direction.short." + i));
        }
        List<String> alt = new ArrayList<>();
        Table table = table("report.distribution.orientations.caption", "report.column.usable");
        for (Distribution.Row row : rows) {
            if (row.buildings() == 0) {
                continue;
            }
            boolean pool = row.first() != row.last();
            if (!pool && row.first() < 8) {
                petals[row.first()] = row.usableAreaM2();
            }
            String label = pool ? Words.text("report.direction.other") : orientationLabel(row.first());
            alt.add(label + " " + Energy.area(row.usableAreaM2()));
            table.row(cells(label, row, input));
        }
        page.raw("<div class=\"left\">");
        page.drawing(
                Rose.of(petals, names, input.options().brand().chart()),
                Words.text("report.distribution.orientations.alt", String.join(", ", alt)));
        page.raw("</div><div class=\"beside\">" + table.html() + "</div><div class=\"after\"></div></div>");
    }

    private static Table table(String caption, String second) {
        return new Table(
                "data",
                Words.text(caption),
                List.of(
                        Words.text(caption + ".column"),
                        "#" + Words.text("report.column.buildings"),
                        "#" + Words.text(second),
                        "#" + Words.text("report.column.yieldMWh"),
                        "#" + Words.text("report.column.share")));
    }

    private static String[] cells(String label, Distribution.Row row, ReportInput input) {
        double all = input.summary().yearlyYieldKWh();
        return new String[] {
            label,
            Formats.number(row.buildings()),
            Formats.number(row.usableAreaM2(), 0),
            Formats.number(row.yieldKWh() / 1000, 0),
            Formats.percent(all > 0 ? row.yieldKWh() / all : Double.NaN, 0)
        };
    }

    private static int areaBin(SolarPotential p) {
        int bin = 0;
        while (bin < AREAS_M2.length && p.usableAreaM2() >= AREAS_M2[bin]) {
            bin++;
        }
        return bin;
    }

    private static String areaLabel(Distribution.Row row) {
        if (row.first() == 0 && row.last() == AREAS_M2.length) {
            return Words.text("report.distribution.areas.all");
        }
        if (row.first() == 0) {
            return Words.text("report.distribution.areas.below", Energy.area(AREAS_M2[row.last()]));
        }
        if (row.last() == AREAS_M2.length) {
            return Words.text("report.distribution.areas.from", Energy.area(AREAS_M2[row.first() - 1]));
        }
        return Words.text(
                "report.distribution.areas.between",
                Formats.number(AREAS_M2[row.first() - 1], 0),
                Energy.area(AREAS_M2[row.last()]));
    }

    private static int orientationBin(SolarPotential p) {
        if (Double.isNaN(p.tiltDeg())) {
            return UNKNOWN;
        }
        return Double.isNaN(p.azimuthDeg()) ? FLAT : (int) Math.floorMod(Math.round(p.azimuthDeg() / 45), 8L);
    }

    private static String orientationLabel(int bin) {
        return switch (bin) {
            case FLAT -> Words.text("report.direction.flat");
            case UNKNOWN -> Words.text("report.direction.unknown");
            default -> Words.text("report.direction." + bin);
        };
    }
}
