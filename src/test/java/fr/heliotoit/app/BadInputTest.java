package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every odd and corrupt file collected from the test suites of other programs goes through the import as a user would give it, also into a
 * project in whose system it lies: it is imported, or refused with a sentence, and a refusal leaves the project file as it was. What happened,
 * with time and memory, is written to {@code target/hostile/import.tsv}.
 */
class BadInputTest {
    /** 256 MB for a file, and what the program itself holds on to: the EPSG base, profiles, words. */
    private static final String HEAP = "-Xmx320m";

    private static final int TAKES_SECONDS = 600;

    @TempDir
    private Path folder;

    @Test
    void everyFileIsImportedOrRefusedWithAReasonInASmallHeap() throws Exception {
        Path all = Shared.path("data/badinput");
        Path report = Files.createDirectories(Path.of("target", "hostile")).resolve("import.tsv");
        Path faults = folder.resolve("faults.txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dcom.sun.media.jai.disableMediaLib=true",
                        "-Dheliotoit.home=" + System.getProperty("heliotoit.home"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BadInputs.class.getName(),
                        all.toString(),
                        folder.toString(),
                        report.toString(),
                        faults.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed.txt").toFile())
                .start();
        assertThat(child.waitFor(TAKES_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue())
                .as(Files.readString(folder.resolve("printed.txt")))
                .isZero();
        assertThat(faults).isEmptyFile();
        List<String[]> rows = Files.readAllLines(report).stream()
                .skip(1)
                .map(row -> row.split("\t", -1))
                .toList();
        List<String> files = Files.readAllLines(all.resolve("MANIFEST.tsv")).stream()
                .skip(1)
                .map(row -> row.split("\t", 2)[0])
                .toList();
        assertThat(rows).extracting(row -> row[0]).containsAll(files);
        System.out.printf(
                "%d files, %d imports, %d took something; slowest %s; most heap %s%n",
                files.size(),
                rows.size(),
                rows.stream().filter(row -> row[2].equals("imported")).count(),
                told(rows, 3, " ms"),
                told(rows, 4, " MB"));
    }

    private static String told(List<String[]> rows, int column, String unit) {
        String[] most = rows.stream()
                .max(Comparator.comparingLong(row -> Long.parseLong(row[column])))
                .orElseThrow();
        return most[column] + unit + " (" + most[0] + ")";
    }
}
