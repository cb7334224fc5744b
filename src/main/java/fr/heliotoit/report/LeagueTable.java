package fr.heliotoit.report;

import fr.heliotoit.text.Formats;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The communes of a territory side by side, the greatest production first. */
public final class LeagueTable {
    /**
     * A commune.
     *
     * @param inseeCode or empty
     * @param usableAreaM2 sum [m²]
     * @param peakPowerKWp sum [kWc]
     * @param yieldKWh sum [kWh/yr]
     * @param publicYieldKWh sum of its public buildings [kWh/yr]
     * @param synthetic whether its data are made up
     */
    public record Row(
            String inseeCode,
            String name,
            int buildings,
            int withFigure,
            double usableAreaM2,
            double peakPowerKWp,
            double yieldKWh,
            double publicYieldKWh,
            boolean synthetic) {
        /** All values in one line, for {@link #parse}. */
        public String line() {
            return String.join(
                    "\t",
                    inseeCode,
                    name.replaceAll("\\p{Cntrl}", " "),
                    String.valueOf(buildings),
                    String.valueOf(withFigure),
                    String.valueOf(usableAreaM2),
                    String.valueOf(peakPowerKWp),
                    String.valueOf(yieldKWh),
                    String.valueOf(publicYieldKWh),
                    String.valueOf(synthetic));
        }

        /** Empty when the line is none of {@link #line}. */
        public static Optional<Row> parse(String line) {
            String[] v = line.split("\t", -1);
            try {
                return v.length != 9
                        ? Optional.empty()
                        : Optional.of(new Row(
                                v[0],
                                v[1],
                                Integer.parseInt(v[2]),
                                Integer.parseInt(v[3]),
                                Double.parseDouble(v[4]),
                                Double.parseDouble(v[5]),
                                Double.parseDouble(v[6]),
                                Double.parseDouble(v[7]),
                                Boolean.parseBoolean(v[8])));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    private final List<Row> rows;
    private final LocalDate date;
    private final String version;
    private final Brand brand;

    public LeagueTable(List<Row> rows, LocalDate date, String version, Brand brand) {
        this.rows = rows.stream()
                .sorted(Comparator.comparingDouble((Row r) -> -r.yieldKWh())
                        .thenComparing(Row::name)
                        .thenComparing(Row::inseeCode))
                .toList();
        this.date = date;
        this.version = version;
        this.brand = brand;
    }

    /** As accessible PDF in the current language. */
    public void pdf(OutputStream out) throws IOException {
        Page page = new Page();
        page.raw("<h1 id=\"top\" class=\"small\">" + Words.escape(Words.text("report.league.title")) + "</h1>");
        page.paragraph("date", Words.text("report.league.date", Formats.date(date)));
        page.paragraph(Words.text("report.league.intro"));
        Table table = new Table(
                "data paged",
                Words.counted("report.league.caption", rows.size()),
                List.of(
                        "#" + Words.text("report.column.rank"),
                        Words.text("report.column.commune"),
                        "#" + Words.text("report.column.buildings"),
                        "#" + Words.text("report.evolution.withFigure"),
                        "#" + Words.text("report.column.usable"),
                        "#" + Words.text("report.column.power"),
                        "#" + Words.text("report.column.yieldMWh"),
                        "#" + Words.text("report.column.publicMWh")));
        int rank = 0;
        for (Row row : rows) {
            table.row(cells(String.valueOf(++rank), Words.cut(row.name(), 60), row));
        }
        page.raw(table.total(cells(
                        "",
                        Words.text("report.total"),
                        rows.stream()
                                .reduce((a, b) -> new Row(
                                        "",
                                        "",
                                        a.buildings + b.buildings,
                                        a.withFigure + b.withFigure,
                                        a.usableAreaM2 + b.usableAreaM2,
                                        a.peakPowerKWp + b.peakPowerKWp,
                                        a.yieldKWh + b.yieldKWh,
                                        a.publicYieldKWh + b.publicYieldKWh,
                                        a.synthetic || b.synthetic))
                                .orElse(new Row("", "", 0, 0, 0, 0, 0, 0, false))))
                .html());
        String title = Words.text("report.league.title");
        PdfWriter.write(
                new Paper(
                                title,
                                title,
                                Words.text("report.foot", version).stripTrailing(),
                                rows.stream().anyMatch(Row::synthetic),
                                brand,
                                Paper.A4_LANDSCAPE)
                        .source(page),
                date,
                out);
    }

    private static String[] cells(String rank, String name, Row row) {
        return new String[] {
            rank,
            name,
            Formats.number(row.buildings),
            Formats.number(row.withFigure),
            Formats.number(row.usableAreaM2, 0),
            Formats.number(row.peakPowerKWp, 0),
            Formats.number(row.yieldKWh / 1000, 0),
            Formats.number(row.publicYieldKWh / 1000, 0)
        };
    }

    /** As "CSV pour Excel"; names that a spreadsheet would take as formulas are defused. */
    public void csv(Writer out) throws IOException {
        out.write(
                "\uFEFFrang;insee;commune;batiments;batiments_chiffres;surface_m2;puissance_kWc;production_kWh_an;production_publique_kWh_an\r\n");
        int rank = 0;
        for (Row row : rows) {
            String name = row.name.replaceAll("[\\p{Cntrl};\"]", " ");
            out.write(++rank + ";" + row.inseeCode.replaceAll("[^0-9A-Za-z]", "") + ";"
                    + (name.matches("[=+\\-@].*") ? "'" + name : name) + ";" + row.buildings + ";" + row.withFigure
                    + ";"
                    + decimal(row.usableAreaM2) + ";" + decimal(row.peakPowerKWp) + ";" + decimal(row.yieldKWh) + ";"
                    + decimal(row.publicYieldKWh) + "\r\n");
        }
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace('.', ',');
    }
}
