package fr.heliotoit.ui;

import java.nio.file.Path;

/** Where a person's things belong on this system. */
final class UserFolders {
    private UserFolders() {}

    /** Settings of the window; the system property {@code heliotoit.settings} moves them. */
    static Path settings() {
        String given = System.getProperty("heliotoit.settings");
        if (given != null) {
            return Path.of(given);
        }
        String windows = System.getenv("APPDATA");
        String linux = System.getenv("XDG_CONFIG_HOME");
        if (windows != null && !windows.isBlank()) {
            return Path.of(windows, "Heliotoit");
        }
        return linux != null && !linux.isBlank() ? Path.of(linux, "heliotoit") : home().resolve(".config/heliotoit");
    }

    /** What can be thrown away at any time; moves with the settings. */
    static Path cache() {
        if (System.getProperty("heliotoit.settings") != null) {
            return settings().resolve("cache");
        }
        String windows = System.getenv("LOCALAPPDATA");
        String linux = System.getenv("XDG_CACHE_HOME");
        if (windows != null && !windows.isBlank()) {
            return Path.of(windows, "Heliotoit", "cache");
        }
        return linux != null && !linux.isBlank() ? Path.of(linux, "heliotoit") : home().resolve(".cache/heliotoit");
    }

    /** Where the example goes. */
    static Path documents() {
        return home().resolve("Heliotoit");
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home", "."));
    }
}
