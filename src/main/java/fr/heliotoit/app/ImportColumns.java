package fr.heliotoit.app;

import fr.heliotoit.io.ColumnMapping;
import fr.heliotoit.io.ColumnProfile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The column profiles at hand: those of the installation and the user's own, which are made by naming columns once. */
public final class ImportColumns {
    private static final Map<String, String> MEANINGS = meanings();

    private ImportColumns() {}

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (String meaning : List.of("id", "nom", "adresse", "parcelle", "usage", "public", "hauteur", "commune")) {
            meanings.put(meaning, meaning);
        }
        meanings.put("name", "nom");
        meanings.put("address", "adresse");
        meanings.put("parcel", "parcelle");
        meanings.put("height", "hauteur");
        return meanings;
    }

    /** Where profiles of the user's own are kept, beside the imported packs. */
    public static Path userFolder() {
        return DataPacks.userFolder().resolveSibling("profils");
    }

    /** The user's profiles, then those of the installation; one of the user's takes the place of another of its name. */
    static List<ColumnProfile> all() throws Failure {
        List<ColumnProfile> profiles = new ArrayList<>();
        Path own = userFolder();
        if (Files.isDirectory(own)) {
            try (Stream<Path> files = Files.list(own)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    profiles.add(ColumnProfile.read(file));
                }
            } catch (IOException e) {
                throw new Failure(Message.of("io.file.unreadable", own, String.valueOf(e.getMessage())), e);
            }
        }
        List<String> taken = profiles.stream().map(ColumnProfile::name).toList();
        ColumnProfile.load(Installation.data().resolve("profiles")).stream()
                .filter(p -> !taken.contains(p.name()))
                .forEach(profiles::add);
        return profiles;
    }

    /**
     * The profile that the user wants.
     *
     * @param said name of a profile or path of a profile file; null for none
     * @param map columns by what they mean, {@code hauteur → H_MAX}; they go before those of the profile said
     * @param kind what the file holds; null for what the profile says
     * @return null when nothing was said
     * @throws Failure when there is no such profile or meaning
     */
    public static @Nullable ColumnProfile wanted(
            @Nullable String said, Map<String, String> map, @Nullable ImportKind kind) throws Failure {
        ColumnProfile base = said == null ? null : find(said);
        if (map.isEmpty()) {
            return base;
        }
        Map<String, List<String>> columns = new LinkedHashMap<>(base == null ? Map.of() : base.columns());
        List<String> detect = new ArrayList<>();
        for (Map.Entry<String, String> entry : map.entrySet()) {
            String meaning = MEANINGS.get(entry.getKey().strip().toLowerCase(Locale.ROOT));
            String column = entry.getValue().strip();
            if (meaning == null || column.isEmpty()) {
                throw Failure.of("app.import.meaning", entry.getKey(), String.join(", ", MEANINGS.keySet()));
            }
            columns.put(meaning, List.of(column));
            detect.addAll(List.of(column.split("\\+", -1)));
        }
        String holds = kind != null ? kind.code() : base != null ? base.holds() : ImportKind.BUILDINGS.code();
        return new ColumnProfile(
                "perso",
                "colonnes choisies",
                "--map",
                holds,
                detect,
                columns,
                base == null ? Map.of() : base.usages(),
                base == null ? List.of() : base.personal());
    }

    /** Those that a file's columns may choose by themselves: not a profile of the user's that any file with a column "id" would fit. */
    static List<ColumnProfile> automatic() throws Failure {
        List<ColumnProfile> all = all();
        List<String> shipped = ColumnProfile.load(Installation.data().resolve("profiles")).stream()
                .map(ColumnProfile::name)
                .toList();
        return all.stream()
                .filter(p -> shipped.contains(p.name()) || ColumnMapping.telling(p, all))
                .toList();
    }

    private static ColumnProfile find(String said) throws Failure {
        if (said.endsWith(".json")) {
            return ColumnProfile.read(Path.of(said));
        }
        List<ColumnProfile> all = all();
        return all.stream()
                .filter(p -> p.name().equalsIgnoreCase(said))
                .findFirst()
                .orElseThrow(() -> Failure.of(
                        "app.import.profileUnknown",
                        said,
                        all.stream().map(ColumnProfile::name).sorted().collect(Collectors.joining(", "))));
    }

    /**
     * To be asked before an import whose profile shall be kept.
     *
     * @return the file it will be kept in
     * @throws Failure when the name is none, or another kind of file bears it
     */
    public static Path checkSave(String where) throws Failure {
        boolean file = where.endsWith(".json");
        if (!file && !where.matches("[\\p{L}\\p{N}_-]{1,60}")) {
            throw Failure.of("app.import.profileName", where);
        }
        Path target = file ? Path.of(where) : userFolder().resolve(where + ".json");
        if (file) {
            Outputs.check(target);
        }
        if (Files.exists(target)) {
            try {
                ColumnProfile.read(target);
            } catch (Failure e) {
                // Data that end in .json, such as GeoJSON, are not to be lost to a slip of the pen.
                throw new Failure(Message.of("app.import.profileTaken", target), e);
            }
        }
        return target;
    }

    /**
     * Keeps a profile for later imports.
     *
     * @param where a file that ends in {@code .json}, else a name: then the profile is used by itself for files that have its columns
     * @return the file written
     */
    public static Path save(ColumnProfile profile, String where) throws Failure {
        Path target = checkSave(where);
        boolean file = where.endsWith(".json");
        if (!file) {
            try {
                Files.createDirectories(userFolder());
            } catch (IOException e) {
                throw new Failure(Message.of("app.output.nowhere", target), e);
            }
        }
        String name = target.getFileName().toString().replaceAll("\\.json$", "");
        ColumnProfile named = new ColumnProfile(
                name,
                name,
                profile.source(),
                profile.holds(),
                profile.detect(),
                profile.columns(),
                profile.usages(),
                profile.personal());
        Outputs.write(target, named::write);
        return target;
    }
}
