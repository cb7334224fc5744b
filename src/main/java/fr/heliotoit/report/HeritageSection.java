package fr.heliotoit.report;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import java.util.Comparator;
import java.util.List;

/** Public buildings near protected monuments, when that was evaluated. */
final class HeritageSection implements Section {
    @Override
    public void write(ReportInput input, Page page) {
        List<BuildingRecord> near = input.publicBuildings().stream()
                .filter(r -> Attribute.PROTECTION.valueOf(r) != null)
                .sorted(Comparator.comparingDouble(
                                (BuildingRecord r) -> Attribute.DISTANCE.valueOf(r) instanceof Double d ? d : 0)
                        .thenComparing(r -> r.building().id()))
                .toList();
        if (near.isEmpty()) {
            return;
        }
        page.heading(Words.text("report.heritage.title"));
        page.paragraph(Words.text("report.heritage.intro"));
        EvaluatedTable.write(
                page,
                Words.text("report.heritage.caption"),
                near,
                List.of(Attribute.PROTECTION, Attribute.DISTANCE, Attribute.COVISIBILITE));
        page.paragraph("note", Words.text("report.heritage.reserved"));
        Decisions.cite(page, input.decisions().of(Attribute.DISTANCE));
    }
}
