package fr.heliotoit.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Another Héliotoit that has a project open for writing until its input ends. */
final class Holder {
    private Holder() {}

    /** @param arguments the project file */
    public static void main(String[] arguments) throws Exception {
        try (ProjectFile project = ProjectFile.open(Path.of(arguments[0]))) {
            project.requireWriter();
            System.out.println("READY");
            System.out.flush();
            while (System.in.read() >= 0) {
                // Waits for the end.
            }
        }
    }

    /** Starts another JVM and waits until it is ready. */
    static Process start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (!"READY".equals(line)) {
            process.destroyForcibly();
            throw new IOException("child said " + line);
        }
        return process;
    }
}
