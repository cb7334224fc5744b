package fr.heliotoit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The shared real data beside the project; tests that need them skip with a message on a clone without them. */
public final class Shared {
    private Shared() {}

    /** @param relative for example {@code data/dsm/goteborg-kronenhuset} */
    public static Path path(String relative) {
        Path path = Path.of("..", "shared", relative);
        Assumptions.assumeTrue(Files.exists(path), () -> "skipped: ../shared/" + relative + " is absent on this clone");
        return path.toAbsolutePath().normalize();
    }
}
