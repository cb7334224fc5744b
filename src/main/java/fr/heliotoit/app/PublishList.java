package fr.heliotoit.app;

import fr.heliotoit.report.CouncilList;
import fr.heliotoit.report.ReportInput;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Prints the buildings of a selection as a list for the council. */
public final class PublishList {
    private PublishList() {}

    /**
     * Writes the list, whole or not at all, and notes it in the journal.
     *
     * @param request perimeter, identity, and whether private buildings are listed too
     * @param pdf replaced when it exists
     */
    public static void run(
            ProjectFile project, Conventions conventions, Path pdf, ReportRequest request, LocalDate date)
            throws Failure {
        ReportInput input = PublishReport.input(project, conventions, request, date);
        Map<String, String> remarks = new HashMap<>();
        project.files().forEach((id, file) -> remarks.put(id, PublishSheet.notes(file)));
        Outputs.write(
                pdf,
                out -> CouncilList.write(input, remarks, out),
                project.path(),
                request.perimeter().area(),
                request.identity().logo());
        project.note("liste", String.valueOf(pdf.getFileName()));
    }
}
