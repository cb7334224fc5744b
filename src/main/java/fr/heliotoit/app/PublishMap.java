package fr.heliotoit.app;

import fr.heliotoit.report.CommuneMap;
import fr.heliotoit.report.ReportInput;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** The map of the commune as a picture, PNG or SVG by the ending of the file. */
public final class PublishMap {
    private PublishMap() {}

    /** The whole commune; private roofs show the mean of their neighbourhood. */
    public static void run(ProjectFile project, Conventions conventions, Path picture) throws Failure {
        run(project, conventions, picture, ReportRequest.DEFAULT);
    }

    /**
     * @param picture written or replaced, whole or not at all
     * @param request perimeter, and whether private roofs show their own class
     * @throws Failure when the ending is neither {@code .png} nor {@code .svg}, or the file cannot be written
     */
    public static void run(ProjectFile project, Conventions conventions, Path picture, ReportRequest request)
            throws Failure {
        String name = String.valueOf(picture.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".png") && !name.endsWith(".svg")) {
            throw Failure.of("app.map.ending", picture);
        }
        ReportInput input = PublishReport.input(project, conventions, request, LocalDate.now());
        Outputs.write(
                picture,
                out -> out.write(name.endsWith(".svg") ? CommuneMap.svg(input) : CommuneMap.png(input)),
                project.path(),
                request.perimeter().area());
    }
}
