package fr.heliotoit.report;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.rules.ScorePoints;
import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Municipal roofs by score, with the points of each criterion, when they were ranked. */
final class RankingSection implements Section {
    private static final int MOST_ROWS = 40;

    @Override
    public void write(ReportInput input, Page page) {
        List<BuildingRecord> ranked = input.publicBuildings().stream()
                .filter(r -> Attribute.RANG.valueOf(r) instanceof Integer)
                .sorted(Comparator.comparing(r -> (Integer) Attribute.RANG.valueOf(r)))
                .toList();
        if (ranked.isEmpty()) {
            return;
        }
        page.raw("<div class=\"new-page\"></div>");
        page.heading(Words.text("report.ranking.title"));
        page.paragraph(Words.text("report.ranking.intro"));
        Set<String> criteria = new LinkedHashSet<>();
        ranked.forEach(r -> criteria.addAll(points(r).keySet()));
        List<String> headings = new ArrayList<>(List.of(
                "#" + Words.text("report.short.rang"),
                Words.text("report.column.building"),
                "#" + Words.text("report.short.note") + Attribute.NOTE.unit()));
        criteria.forEach(criterion -> headings.add("#" + Words.text("rules.score." + criterion)));
        Table table = new Table("data paged", Words.text("report.ranking.caption"), headings);
        for (BuildingRecord building : ranked.subList(0, Math.min(MOST_ROWS, ranked.size()))) {
            Map<String, String> points = points(building);
            List<String> cells = new ArrayList<>(List.of(
                    String.valueOf(Attribute.RANG.valueOf(building)),
                    Words.cut(Facts.title(building.building()), 60),
                    Attribute.NOTE.valueOf(building) instanceof Double note ? Formats.number(note, 0) : "—"));
            criteria.forEach(criterion -> cells.add(points.getOrDefault(criterion, "—")));
            table.row(cells.toArray(String[]::new));
        }
        page.raw(table.html());
        if (ranked.size() > MOST_ROWS) {
            page.paragraph("note", Words.counted("report.evaluated.more", ranked.size() - MOST_ROWS));
        }
        Decisions.cite(page, input.decisions().of(Attribute.NOTE));
    }

    /** By criterion; empty for a ranking of an older version. */
    private static Map<String, String> points(BuildingRecord building) {
        Map<String, String> points = new LinkedHashMap<>();
        if (Attribute.MOTIFS.valueOf(building) instanceof String reasons) {
            ScorePoints.read(reasons).forEach(p -> points.put(p.criterion(), p.ratio()));
        }
        return points;
    }
}
