package fr.heliotoit.app;

import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ProjectStatus;
import fr.heliotoit.cadastre.Survey;
import fr.heliotoit.report.BuildingSheet;
import fr.heliotoit.report.ReportInput;
import fr.heliotoit.report.SurveySheet;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Prints the papers of one building: the sheet for its owner, and the sheet to fill on site. */
public final class PublishSheet {
    private PublishSheet() {}

    /**
     * Writes the sheet of a building for the counter, whole or not at all, and notes it in the journal.
     *
     * @param id the building's identifier
     * @param pdf replaced when it exists
     * @throws Failure when there is no such building or the file cannot be written
     */
    public static void run(
            ProjectFile project, Conventions conventions, String id, Path pdf, Identity identity, LocalDate date)
            throws Failure {
        ReportInput commune = PublishReport.input(project, conventions, request(identity), date);
        BuildingRecord record = find(commune, id);
        ReportInput input = PublishReport.withAdvice(
                project, PublishReport.withModules(project, commune, List.of(record)), List.of(record));
        Outputs.write(pdf, out -> BuildingSheet.write(input, record, out), project.path(), identity.logo());
        note(project, "fiche", id, pdf);
    }

    /** The same for the sheet to fill by hand on site, with the notes that the town hall keeps. */
    public static void survey(
            ProjectFile project, Conventions conventions, String id, Path pdf, Identity identity, LocalDate date)
            throws Failure {
        ReportInput commune = PublishReport.input(project, conventions, request(identity), date);
        BuildingRecord record = find(commune, id);
        ReportInput input = PublishReport.withModules(project, commune, List.of(record));
        String notes = notes(project.file(id));
        Outputs.write(pdf, out -> SurveySheet.write(input, record, notes, out), project.path(), identity.logo());
        note(project, "releve", id, pdf);
    }

    private static ReportRequest request(Identity identity) {
        return new ReportRequest(Perimeter.ALL, 0, identity, false);
    }

    private static BuildingRecord find(ReportInput input, String id) throws Failure {
        return input.records().stream()
                .filter(r -> r.building().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.of("app.sheet.unknown", id));
    }

    /** Status, notes and what was surveyed before, in one line. */
    static String notes(BuildingFile file) {
        List<String> notes = new ArrayList<>();
        if (file.status() != ProjectStatus.NONE) {
            notes.add(Texts.current().text("cadastre.status." + file.status().code()));
        }
        if (!file.notes().isBlank()) {
            notes.add(file.notes().strip());
        }
        // What was typed for the economics (loan, price) is no remark of a visit, and nothing for a list that goes
        // round.
        file.survey().forEach((id, answer) -> {
            if (id.equals(Survey.CONSUMPTION) || !TypedHypotheses.ALL.contains(id)) {
                notes.add(Survey.words(id) + " : " + Survey.shown(id, answer));
            }
        });
        return String.join(" ; ", notes);
    }

    private static void note(ProjectFile project, String action, String id, Path pdf) {
        project.note(action, id + " — " + pdf.getFileName());
    }
}
