package fr.heliotoit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contrast of the colour tokens of all themes by the formula of WCAG 2.2: text 4.5, what is large or no text 3. */
class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("(-color-[a-z-]+[a-z]): *(#[0-9a-fA-F]{3,6}|white|black);");
    private static final List<String> GROUNDS =
            List.of("-color-bg-default", "-color-bg-overlay", "-color-bg-subtle", "-color-bg-inset");
    private static final List<String> TEXTS =
            List.of("-color-fg-default", "-color-fg-muted", "-color-accent-fg", "-color-danger-fg");

    @ParameterizedTest
    @ValueSource(strings = {"contrast-light.css", "contrast-dark.css"})
    void highContrastIsSevenToOneForAllWords(String sheet) throws IOException {
        Map<String, Color> tokens = tokens("/fr/heliotoit/ui/" + sheet);
        assertThat(tokens).hasSize(31);
        for (String ground : GROUNDS) {
            tokens.forEach((token, colour) -> {
                if (token.endsWith("-fg") || (token.startsWith("-color-fg") && !token.endsWith("-emphasis"))) {
                    assertThat(ratio(colour, of(tokens, ground))).as(token).isGreaterThanOrEqualTo(7);
                } else if (token.contains("-border-") || token.endsWith("-emphasis-plus")) {
                    assertThat(ratio(colour, of(tokens, ground))).as(token).isGreaterThanOrEqualTo(3);
                } else if (token.endsWith("-emphasis") && !token.startsWith("-color-fg")) {
                    assertThat(ratio(of(tokens, "-color-fg-emphasis"), colour))
                            .as(token)
                            .isGreaterThanOrEqualTo(4.5);
                } else if (token.endsWith("-subtle") || token.endsWith("-muted")) {
                    assertThat(ratio(of(tokens, "-color-fg-default"), colour))
                            .as(token)
                            .isGreaterThanOrEqualTo(4.5);
                }
            });
        }
    }

    @Test
    void lightAndDarkAreReadable() throws IOException {
        for (String sheet :
                List.of(new PrimerLight().getUserAgentStylesheet(), new PrimerDark().getUserAgentStylesheet())) {
            Map<String, Color> tokens = tokens(sheet);
            for (String ground : GROUNDS) {
                for (String text : TEXTS) {
                    assertThat(ratio(of(tokens, text), of(tokens, ground)))
                            .as(text + " on " + ground + " of " + sheet)
                            .isGreaterThanOrEqualTo(4.5);
                }
                assertThat(ratio(of(tokens, "-color-accent-emphasis"), of(tokens, ground)))
                        .as("the ring of the focus on " + ground + " of " + sheet)
                        .isGreaterThanOrEqualTo(3);
            }
        }
    }

    private static Color of(Map<String, Color> tokens, String name) {
        return Objects.requireNonNull(tokens.get(name), name);
    }

    private static Map<String, Color> tokens(String resource) throws IOException {
        Map<String, Color> tokens = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(ContrastTest.class.getResourceAsStream(resource), resource)) {
            Matcher matcher = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                tokens.put(matcher.group(1), Color.web(matcher.group(2)));
            }
        }
        return tokens;
    }

    private static double ratio(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double v) {
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}
