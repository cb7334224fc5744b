package fr.heliotoit.ui.model;

import fr.heliotoit.app.Identity;
import fr.heliotoit.app.Perimeter;
import fr.heliotoit.app.ReportRequest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the report of a project was made last, to make it again with the same options; kept in the user's settings.
 *
 * @param file that was written
 * @param request its options
 */
public record LastReport(Path file, ReportRequest request) {
    private static final String FIELDS = "file where chosen sheets addresses";

    /** What was kept for a project. */
    public static Optional<LastReport> of(UserSettings settings, LoadedProject project, Identity identity) {
        String prefix = prefix(project);
        try {
            return settings.get(prefix + "file")
                    .map(file -> new LastReport(
                            Path.of(file),
                            new ReportRequest(
                                    new Perimeter(
                                            settings.get(prefix + "where").orElse(null),
                                            null,
                                            settings.get(prefix + "chosen")
                                                    .map(ids -> new TreeSet<>(Arrays.asList(ids.split("\n"))))
                                                    .orElse(null)),
                                    settings.get(prefix + "sheets")
                                            .map(Integer::valueOf)
                                            .orElse(ReportRequest.DEFAULT.sheets()),
                                    identity,
                                    settings.get(prefix + "addresses").isPresent())));
        } catch (InvalidPathException | NumberFormatException handWritten) {
            return Optional.empty();
        }
    }

    /** Keeps it for a project in place of the one before. */
    public void keep(UserSettings settings, LoadedProject project) {
        String prefix = prefix(project);
        for (String field : FIELDS.split(" ")) {
            settings.put(prefix + field, value(field));
        }
    }

    private @Nullable String value(String field) {
        Perimeter perimeter = request.perimeter();
        return switch (field) {
            case "file" -> file.toAbsolutePath().toString();
            case "where" -> perimeter.where();
            case "chosen" -> perimeter.chosen() == null ? null : String.join("\n", new TreeSet<>(perimeter.chosen()));
            case "sheets" -> String.valueOf(request.sheets());
            default -> request.privateAddresses() ? "oui" : null;
        };
    }

    private static String prefix(LoadedProject project) {
        return "report.last." + project.file().toAbsolutePath().normalize() + ".";
    }
}
