package fr.heliotoit.app;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is written has a place to go, and never takes the place of what it is made from. */
public final class Outputs {
    private Outputs() {}

    /**
     * To be asked before the work begins, not after it.
     *
     * @throws Failure when the output is a folder, lies in a folder that does not exist, or is the same file as one of the inputs, by
     *     whatever name
     */
    public static void check(Path output, @Nullable Path... inputs) throws Failure {
        if (Files.isDirectory(output)) {
            throw Failure.of("app.output.folder", output);
        }
        Path folder = output.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Failure.of("app.output.nowhere", output);
        }
        try {
            for (Path input : inputs) {
                if (input != null && Files.exists(output) && Files.exists(input) && Files.isSameFile(output, input)) {
                    throw Failure.of("app.output.input", output);
                }
            }
        } catch (IOException e) {
            throw new Failure(Message.of("app.output.input", output), e);
        }
    }
}
