package fr.heliotoit.io;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the columns of a known producer mean; one JSON file under {@code data/profiles}. Column names are compared without regard to case
 * and accents.
 *
 * @param name file name without its ending
 * @param title name for people
 * @param source where the column names come from
 * @param holds what such files hold, in the words of {@code --as}: {@code batiments}, {@code parcelles} …
 * @param detect columns that must all be there for the profile to be chosen; none for the fallback
 * @param columns for each of {@code id, nom, adresse, parcelle, usage, public, hauteur, commune}: columns to look in, first filled wins;
 *     {@code a+b} joins two
 * @param usages words of the producer to codes of {@link fr.heliotoit.cadastre.Usage}
 * @param personal words of columns with personal data, never kept, wherever in the name they stand; a star at the end stands for any
 *     ending
 */
public record ColumnProfile(
        String name,
        String title,
        String source,
        String holds,
        List<String> detect,
        Map<String, List<String>> columns,
        Map<String, String> usages,
        List<String> personal) {
    /** The profile used when no other fits; its usages and personal columns count for all. */
    static final String FALLBACK = "generique";

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    public ColumnProfile {
        detect = List.copyOf(detect);
        columns = Map.copyOf(columns);
        usages = Map.copyOf(usages);
        personal = List.copyOf(personal);
    }

    /** @throws Failure when the folder or a file in it cannot be read, or the fallback is missing */
    public static List<ColumnProfile> load(Path folder) throws Failure {
        List<ColumnProfile> profiles = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                profiles.add(MAPPER.readValue(file.toFile(), ColumnProfile.class));
            }
        } catch (IOException e) {
            throw new Failure(Message.of("io.profile.unreadable", folder, reason(e)), e);
        }
        if (profiles.stream().noneMatch(p -> p.name.equals(FALLBACK))) {
            throw Failure.of("io.profile.unreadable", folder, FALLBACK + ".json");
        }
        return profiles;
    }

    /** @throws Failure when the file cannot be read or is no profile */
    public static ColumnProfile read(Path file) throws Failure {
        if (!Files.isRegularFile(file)) {
            throw Failure.of("io.file.missing", file);
        }
        try {
            return MAPPER.readValue(file.toFile(), ColumnProfile.class);
        } catch (IOException e) {
            throw new Failure(Message.of("io.profile.file", file, reason(e)), e);
        }
    }

    /** Writes the profile as {@link #read} reads it. */
    public void write(OutputStream out) throws IOException {
        out.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    private static String reason(IOException e) {
        // The first line of Jackson's message says what; the rest is the inside of the program.
        return e instanceof JacksonException json ? String.valueOf(json.getOriginalMessage()) : e.toString();
    }
}
