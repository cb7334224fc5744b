package fr.heliotoit.app;

import fr.heliotoit.report.CommuneReport;
import fr.heliotoit.report.ReportInput;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;

/** Prints the commune report of a project. */
public final class PublishReport {
    private PublishReport() {}

    /**
     * Writes the report beside its place and moves it there when it is whole, so that no half report is ever found; then notes it in the
     * project's journal, unless the project is read-only.
     *
     * @param pdf replaced when it exists
     * @throws Failure when the project cannot be read or the file cannot be written
     */
    public static void run(ProjectFile project, Conventions conventions, Path pdf, Progress progress) throws Failure {
        run(project, conventions, pdf, LocalDate.now(), progress);
    }

    /** @param date printed on the report */
    public static void run(ProjectFile project, Conventions conventions, Path pdf, LocalDate date, Progress progress)
            throws Failure {
        ReportInput input = new ReportInput(
                project.info(),
                project.records(),
                project.current(),
                project.computationSources(),
                conventions,
                date,
                version());
        Path target = pdf.toAbsolutePath();
        Path folder = target.getParent();
        Outputs.check(target, project.path());
        try {
            if (folder == null || Files.isDirectory(target)) {
                throw Failure.of("app.report.unwritable", pdf, "");
            }
            // not a temporary file of the JDK: that one only its owner may read
            Path draft = folder.resolve("." + target.getFileName() + "-" + System.nanoTime() + ".part");
            try {
                try (OutputStream out =
                        new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW))) {
                    CommuneReport.write(input, out, progress);
                }
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new Failure(
                    Message.of("app.report.unwritable", pdf, e.getClass().getSimpleName()), e);
        }
        if (!project.readOnly()) {
            project.note("rapport", String.valueOf(pdf.getFileName()));
        }
    }

    private static String version() {
        String version = PublishReport.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }
}
