package fr.heliotoit.app;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is written never takes the place of what it is made from. */
public final class Outputs {
    private Outputs() {}

    /** @throws Failure when the output is the same file as one of the inputs, by whatever name */
    public static void refuseInput(Path output, @Nullable Path... inputs) throws Failure {
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
