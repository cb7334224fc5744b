package fr.heliotoit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlesTest {
    private static final Path FOLDER = Path.of("src/main/resources/fr/heliotoit/text");
    private static final Path SOURCES = Path.of("src/main/java");

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> frenchBundles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".properties")
                            && !f.toString().contains("_en"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyFrenchTextHasItsEnglishAndTheOtherWayRound() throws IOException {
        for (Path french : frenchBundles()) {
            Path english = FOLDER.resolve(french.getFileName().toString().replace(".properties", "_en.properties"));
            assertThat(english).exists();
            assertThat(load(english).stringPropertyNames())
                    .as(english.getFileName().toString())
                    .containsExactlyInAnyOrderElementsOf(load(french).stringPropertyNames());
        }
    }

    @Test
    void noTextIsGivenTwice() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                assertThat(Files.readAllLines(file).stream()
                                .filter(line -> line.matches("[\\w.-]+=.*"))
                                .map(line -> line.substring(0, line.indexOf('='))))
                        .as(file.getFileName().toString())
                        .doesNotHaveDuplicates();
            }
        }
    }

    /** {@link Texts} doubles apostrophes itself: written doubled, they are read doubled. Only ECQL wants two. */
    @Test
    void apostrophesStandAlone() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Properties texts = load(file);
                assertThat(texts.stringPropertyNames())
                        .as(file.getFileName().toString())
                        .allSatisfy(key -> assertThat(texts.getProperty(key).replace("'l''école'", ""))
                                .as(key)
                                .doesNotContain("''"));
            }
        }
    }

    @Test
    void bothLanguagesTakeTheSameArgumentsAndArePatterns() throws IOException {
        for (Path french : frenchBundles()) {
            Properties fr = load(french);
            Properties en =
                    load(FOLDER.resolve(french.getFileName().toString().replace(".properties", "_en.properties")));
            for (String key : fr.stringPropertyNames()) {
                if (fr.getProperty(key).contains("{0")) {
                    MessageFormat a = new MessageFormat(fr.getProperty(key).replace("'", "''"));
                    MessageFormat b = new MessageFormat(en.getProperty(key).replace("'", "''"));
                    assertThat(b.getFormatsByArgumentIndex().length)
                            .as(french.getFileName() + " " + key)
                            .isEqualTo(a.getFormatsByArgumentIndex().length);
                }
            }
        }
    }

    /** Keys written in the code as whole strings must exist; keys put together at run time are seen by their own tests. */
    @Test
    void everyKeyInTheCodeIsInABundle() throws IOException {
        Set<String> bundles = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        for (Path french : frenchBundles()) {
            String bundle = french.getFileName().toString().replace(".properties", "");
            bundles.add(bundle);
            load(french).stringPropertyNames().forEach(k -> known.add(bundle + "." + k));
        }
        Pattern key = Pattern.compile("(?:text|of|at|Message\\.of|Failure\\.of)\\(\\s*\"((?:"
                + String.join("|", bundles) + ")\\.[a-zA-Z0-9_.-]*[a-zA-Z0-9_-])\"");
        Set<String> missing = new TreeSet<>();
        int seen = 0;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = key.matcher(Files.readString(file));
                while (matcher.find()) {
                    seen++;
                    if (!known.contains(matcher.group(1))) {
                        missing.add(file.getFileName() + ": " + matcher.group(1));
                    }
                }
            }
        }
        assertThat(seen).isPositive();
        assertThat(missing).isEmpty();
    }
}
