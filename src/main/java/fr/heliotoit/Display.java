package fr.heliotoit;

import java.util.Locale;

/** Whether there is a screen to open a window on. */
final class Display {
    private Display() {}

    /** On Linux a window needs an X or Wayland display; elsewhere there always is one. The Headless platform of JavaFX counts as one. */
    static boolean present() {
        if ("Headless".equalsIgnoreCase(System.getProperty("glass.platform"))) {
            return true;
        }
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.startsWith("windows") || system.startsWith("mac") || set("DISPLAY") || set("WAYLAND_DISPLAY");
    }

    private static boolean set(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}
