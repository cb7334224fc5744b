package fr.heliotoit.report;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import java.util.Comparator;
import java.util.List;

/** The municipal roofs by their score, when they were ranked. */
final class RankingSection implements Section {
    @Override
    public void write(ReportInput input, Page page) {
        List<BuildingRecord> ranked = input.publicBuildings().stream()
                .filter(r -> Attribute.RANG.valueOf(r) instanceof Integer)
                .sorted(Comparator.comparing(r -> (Integer) Attribute.RANG.valueOf(r)))
                .toList();
        if (ranked.isEmpty()) {
            return;
        }
        page.heading(Words.text("report.ranking.title"));
        page.paragraph(Words.text("report.ranking.intro"));
        EvaluatedTable.write(
                page,
                Words.text("report.ranking.caption"),
                ranked,
                List.of(Attribute.RANG, Attribute.NOTE, Attribute.PUISSANCE, Attribute.PRODUCTIBLE));
        Decisions.cite(page, input.decisions().of(Attribute.NOTE));
    }
}
