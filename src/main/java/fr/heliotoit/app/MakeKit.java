package fr.heliotoit.app;

import fr.heliotoit.report.CommunicationKit;
import fr.heliotoit.report.KitTexts;
import fr.heliotoit.report.ReportInput;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** Makes the communication kit of a project. */
public final class MakeKit {
    private MakeKit() {}

    /**
     * The texts of the kit, to be edited before it is made: templates by key, with names in braces that the figures of the data replace.
     */
    public static Map<String, String> templates() {
        return KitTexts.templates();
    }

    /**
     * What the data put in the place of the names in braces.
     *
     * @throws Failure when the project cannot be read
     */
    public static Map<String, String> figures(
            ProjectFile project, Conventions conventions, ReportRequest request, LocalDate date) throws Failure {
        return KitTexts.figures(PublishReport.input(project, conventions, request, date));
    }

    /**
     * Edited templates from a file as the kit holds one ({@code textes-modifiables.properties}, UTF-8).
     *
     * @throws Failure when the file cannot be read
     */
    public static Map<String, String> read(Path file) throws Failure {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure(Message.of("app.kit.texts", file), e);
        }
        Map<String, String> edited = new LinkedHashMap<>();
        properties.stringPropertyNames().stream().sorted().forEach(key -> edited.put(key, properties.getProperty(key)));
        return edited;
    }

    /** The parts that a kit can be made of: the names of its folders. */
    public static List<String> parts() {
        return CommunicationKit.PARTS;
    }

    /**
     * Writes the kit, whole or not at all, and notes it in the journal.
     *
     * @param zip replaced when it exists
     * @param edited templates that take the place of the shipped ones; empty for none
     * @param parts of {@link #parts}
     * @throws Failure when the project has no figures, a text names a figure that is none, or a part is none
     */
    public static void run(
            ProjectFile project,
            Conventions conventions,
            Path zip,
            ReportRequest request,
            Map<String, String> edited,
            Set<String> parts,
            LocalDate date,
            Progress progress)
            throws Failure {
        ReportInput input = PublishReport.input(project, conventions, request, date);
        Outputs.write(
                zip,
                out -> CommunicationKit.write(input, edited, parts, out, progress),
                project.path(),
                request.perimeter().area(),
                request.identity().logo());
        project.note("kit", String.valueOf(zip.getFileName()));
    }
}
