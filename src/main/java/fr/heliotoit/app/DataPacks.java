package fr.heliotoit.app;

import fr.heliotoit.rules.Conventions;
import fr.heliotoit.rules.Costs;
import fr.heliotoit.rules.DataPack;
import fr.heliotoit.rules.Duties;
import fr.heliotoit.rules.LoadProfiles;
import fr.heliotoit.rules.PackKind;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.rules.Score;
import fr.heliotoit.rules.Tariffs;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The dated packs of the installation and those that the user has imported. */
public final class DataPacks {
    private DataPacks() {}

    /** Where imported packs are kept; the system property {@code heliotoit.packs} moves it. */
    public static Path userFolder() {
        String given = System.getProperty("heliotoit.packs");
        if (given != null) {
            return Path.of(given);
        }
        String windows = System.getenv("APPDATA");
        if (windows != null && !windows.isBlank()) {
            return Path.of(windows, "Heliotoit", "packs");
        }
        String linux = System.getenv("XDG_DATA_HOME");
        return linux != null && !linux.isBlank()
                ? Path.of(linux, "heliotoit", "packs")
                : Path.of(System.getProperty("user.home", "."), ".local", "share", "heliotoit", "packs");
    }

    /**
     * Every pack, the user's in place of the installation's of the same file name.
     *
     * @param today the day that counts
     * @throws Failure when one of them cannot be read: its name is in the sentence
     */
    public static Packs load(LocalDate today) throws Failure {
        List<DataPack> packs = new ArrayList<>();
        for (Path file : files()) {
            packs.add(DataPack.load(file));
        }
        return new Packs(packs, today);
    }

    /** The conventions that count on the day of these packs, which from then on are cited with them. */
    public static Conventions conventions(Packs packs) throws Failure {
        return Conventions.of(packs.of(PackKind.CONVENTIONS));
    }

    /** The files of {@link #load}. */
    public static List<Path> files() throws Failure {
        SortedMap<String, Path> byName = new TreeMap<>();
        for (Path file : files(Installation.data().resolve("packs"))) {
            byName.put(file.getFileName().toString(), file);
        }
        for (Path file : files(userFolder())) {
            byName.put(file.getFileName().toString(), file);
        }
        return List.copyOf(byName.values());
    }

    private static List<Path> files(Path folder) throws Failure {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f ->
                            f.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Failure(Message.of("app.packs.folder", folder), e);
        }
    }

    /**
     * Reads a pack as the figures do, tables included.
     *
     * @throws Failure that names the first thing that is wrong
     */
    public static DataPack check(Path file) throws Failure {
        DataPack pack = DataPack.load(file);
        switch (pack.kind()) {
            case TARIFFS -> Tariffs.of(pack);
            case COSTS -> Costs.of(pack);
            case LOADS -> LoadProfiles.of(pack);
            case CONVENTIONS -> Conventions.of(pack);
            case LAW -> Duties.of(pack);
            case SCORE -> new Score(pack, Map.of());
            case SYSTEM -> PvSystems.of(pack);
            default -> {}
        }
        requireValues(pack);
        return pack;
    }

    /** A pack must have every value that the one shipped with the product has: code reads them by name. */
    private static void requireValues(DataPack pack) throws Failure {
        for (Path shipped : files(Installation.data().resolve("packs"))) {
            DataPack model = DataPack.load(shipped);
            if (model.kind() == pack.kind()) {
                for (String name : model.values().keySet()) {
                    pack.fact(name);
                }
                return;
            }
        }
    }

    /**
     * Copies a pack to the user's folder after {@link #check}; a pack of the same file name is replaced.
     *
     * @return the pack as it now counts
     */
    public static DataPack importFile(Path file) throws Failure {
        DataPack pack = check(file);
        Path folder = userFolder();
        Path part = folder.resolve(pack.file() + ".part");
        try {
            Files.createDirectories(folder);
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, folder.resolve(pack.file()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure(Message.of("app.packs.unwritable", pack.file(), folder), e);
        }
        return pack;
    }

    /** Whether a pack is the one that counts today for its kind. */
    public static boolean counts(DataPack pack, Packs packs) throws Failure {
        return packs.fresh().of(pack.kind()).equals(pack);
    }

    /** Kinds of which several may be there at once, all of them meant. */
    public static boolean dated(PackKind kind) {
        return kind != PackKind.CLIMATE;
    }
}
