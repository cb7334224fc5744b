package fr.heliotoit.app;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs the product in a process of its own, as its user does, and tells what that cost. */
final class ChildProcess {
    /** Linux tells the time of processes in these, whatever its own clock ticks at [s]. */
    private static final double TICK_S = 0.01;

    private static final Pattern COLLECTION = Pattern.compile(" (\\d+)M->\\d+M\\(");

    private ChildProcess() {}

    /**
     * What a run took.
     *
     * @param cpuS user and system time, start of the JVM included; NaN where the system does not tell (only Linux does)
     * @param heapBytes most that was in use on the heap when the collector looked; 0 when no limit was given
     * @param residentBytes highest memory seen in use; 0 where the system does not tell
     */
    record Measured(double cpuS, double wallS, long heapBytes, long residentBytes) {}

    /**
     * Runs {@code heliotoit ARGUMENTS} with the installed launcher, or with this JVM and class path when nothing is installed.
     *
     * @param heap limit to the heap, for example {@code 1500m}; null for the JVM's own
     * @throws Failure with what it printed when it does not end well
     */
    static Measured heliotoit(List<String> arguments, @Nullable String heap) throws Failure {
        try {
            Path printed = Files.createTempFile("heliotoit-bench", ".txt");
            Path collections = Files.createTempFile("heliotoit-bench", ".gc");
            try {
                List<String> command = new ArrayList<>(launcher());
                command.addAll(arguments);
                ProcessBuilder builder = new ProcessBuilder(command);
                if (heap != null) {
                    // Read by every JVM, whatever starts it.
                    builder.environment()
                            .put("JDK_JAVA_OPTIONS", "-Xmx" + heap + " -Xlog:gc:file=" + collections + "::filecount=0");
                }
                double before = childrenCpuS();
                long start = System.nanoTime();
                Process process = builder.redirectErrorStream(true)
                        .redirectOutput(printed.toFile())
                        .start();
                process.getOutputStream().close();
                long resident = 0;
                while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
                    resident = Math.max(resident, residentBytes(process.pid()));
                }
                double wallS = (System.nanoTime() - start) * 1e-9;
                if (process.exitValue() != 0) {
                    throw Failure.of(
                            "app.bench.child",
                            Files.readString(printed, StandardCharsets.UTF_8).strip());
                }
                return new Measured(childrenCpuS() - before, wallS, heapBytes(collections), resident);
            } finally {
                Files.deleteIfExists(printed);
                Files.deleteIfExists(collections);
            }
        } catch (IOException e) {
            throw new Failure(Message.of("app.bench.folder", String.valueOf(e.getMessage())), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private static List<String> launcher() throws Failure {
        Path home = Installation.home();
        boolean windows = File.separatorChar == '\\';
        Path installed = home.resolve("bin").resolve(windows ? "heliotoit.bat" : "heliotoit");
        if (Files.isRegularFile(installed) && Files.isRegularFile(home.resolve("lib/heliotoit.jar"))) {
            return List.of(installed.toString());
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--add-exports=java.base/jdk.internal.module=ALL-UNNAMED"); // as the launcher does
        command.addAll(
                List.of("-Dheliotoit.home=" + home, "-cp", System.getProperty("java.class.path"), "fr.heliotoit.Main"));
        return command;
    }

    /** Time of all processes that this one has started and that have ended (fields 16 and 17 of proc(5)). */
    static double childrenCpuS() throws IOException {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.isReadable(stat)) {
            return Double.NaN;
        }
        String line = Files.readString(stat, StandardCharsets.ISO_8859_1);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * TICK_S;
    }

    /** From lines such as {@code GC(3) Pause Young (Normal) 812M->95M(1500M) 6.1ms}. */
    private static long heapBytes(Path collections) throws IOException {
        long most = 0;
        Matcher use = COLLECTION.matcher(Files.readString(collections, StandardCharsets.UTF_8));
        while (use.find()) {
            most = Math.max(most, Long.parseLong(use.group(1)));
        }
        return most << 20;
    }

    private static long residentBytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
                }
            }
        } catch (IOException e) {
            return 0; // The process has just ended, or the system has no such file.
        }
        return 0;
    }
}
