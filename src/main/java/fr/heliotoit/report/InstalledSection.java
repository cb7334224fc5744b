package fr.heliotoit.report;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import java.util.List;

/** Public buildings on which a solar system is known, with what was measured beside the estimate, when that was evaluated. */
final class InstalledSection implements Section {
    /** What the attribute says of a building that no register knows. */
    private static final String NONE = "non_detecte";

    @Override
    public void write(ReportInput input, Page page) {
        List<BuildingRecord> known = input.publicBuildings().stream()
                .filter(r -> Attribute.EQUIPEMENT.valueOf(r) instanceof String origin && !origin.equals(NONE))
                .toList();
        if (known.isEmpty()) {
            return;
        }
        page.heading(Words.text("report.installed.title"));
        page.paragraph(Words.text("report.installed.intro"));
        EvaluatedTable.write(
                page,
                Words.text("report.installed.caption"),
                known,
                List.of(Attribute.EQUIPEMENT, Attribute.MESURE, Attribute.PRODUCTION, Attribute.PRODUCTION_RECALEE));
        Decisions.cite(page, input.decisions().of(Attribute.EQUIPEMENT));
    }
}
