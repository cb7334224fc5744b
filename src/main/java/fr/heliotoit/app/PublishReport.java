package fr.heliotoit.app;

import fr.heliotoit.report.CommuneReport;
import fr.heliotoit.report.ReportInput;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Prints the commune report of a project. */
public final class PublishReport {
    private PublishReport() {}

    /** The report of the whole commune with the usual options, dated today. */
    public static void run(ProjectFile project, Conventions conventions, Path pdf, Progress progress) throws Failure {
        run(project, conventions, pdf, ReportRequest.DEFAULT, LocalDate.now(), progress);
    }

    /**
     * Writes the report, whole or not at all; then notes it in the project's journal if it can be written ({@link ProjectFile#unnoted()}).
     *
     * @param pdf replaced when it exists
     * @param date printed on the report
     * @throws Failure when the project cannot be read or the file cannot be written
     */
    public static void run(
            ProjectFile project,
            Conventions conventions,
            Path pdf,
            ReportRequest request,
            LocalDate date,
            Progress progress)
            throws Failure {
        ReportInput input = input(project, conventions, request, date);
        Outputs.write(
                pdf,
                out -> CommuneReport.write(input, out, progress),
                project.path(),
                request.perimeter().area(),
                request.identity().logo());
        project.note("rapport", String.valueOf(pdf.getFileName()));
    }

    /** What the papers of a project are made of. */
    static ReportInput input(ProjectFile project, Conventions conventions, ReportRequest request, LocalDate date)
            throws Failure {
        return new ReportInput(
                project.info(),
                request.perimeter().of(project),
                project.current(),
                project.computationSources(),
                conventions,
                date,
                version(),
                Optional.empty(),
                request.options());
    }

    private static String version() {
        String version = PublishReport.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }
}
