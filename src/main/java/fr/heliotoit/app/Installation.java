package fr.heliotoit.app;

import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Failure;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Where the product's own files are, and the ones of the user that belong to no project. */
public final class Installation {
    private Installation() {}

    /**
     * The folder that holds {@code data/}: the system property {@code heliotoit.home} (set by the launchers), else the nearest folder
     * above this class that has {@code data/packs}.
     */
    public static Path home() throws Failure {
        String given = System.getProperty("heliotoit.home");
        if (given != null) {
            Path home = Path.of(given);
            if (Files.isDirectory(home.resolve("data").resolve("packs"))) {
                return home;
            }
            throw Failure.of("app.installation.incomplete", home);
        }
        Path here = code();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("data").resolve("packs"))) {
                return folder;
            }
        }
        throw Failure.of("app.installation.incomplete", here);
    }

    /** What the product ships: packs, communes, demonstration. */
    public static Path data() throws Failure {
        return home().resolve("data");
    }

    /** The energy conventions that count today: the user's pack before the installation's, like every other pack. */
    public static Conventions conventions() throws Failure {
        return DataPacks.conventions(DataPacks.load(LocalDate.now()));
    }

    private static Path code() {
        try {
            return Path.of(Installation.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
