package fr.heliotoit.rules;

import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What one criterion gave to a roof's score: why the roof ranks where it does. Files keep them as one text, {@code productible 22.1/25 ; taille
 * 12.0/20}.
 *
 * @param criterion its code
 * @param points 0 … {@code most}
 * @param most what it could give [of 100]
 */
public record ScorePoints(String criterion, double points, double most) {
    private static final String BETWEEN = " ; ";

    /** As people read it: {@code 22,1/25}. */
    public String ratio() {
        return Formats.number(points, 1) + "/" + Formats.number(most, 0);
    }

    /** As files keep them. */
    public static String write(List<ScorePoints> all) {
        return all.stream()
                .map(p -> String.format(Locale.ROOT, "%s %.1f/%.0f", p.criterion, p.points, p.most))
                .collect(Collectors.joining(BETWEEN));
    }

    /** What another program has put in their place is left out. */
    public static List<ScorePoints> read(String text) {
        List<ScorePoints> all = new ArrayList<>();
        for (String part : text.split(BETWEEN)) {
            if (part.matches("\\S+ [0-9]+(\\.[0-9]+)?/[0-9]+")) {
                String[] words = part.split("[ /]");
                all.add(new ScorePoints(words[0], Double.parseDouble(words[1]), Double.parseDouble(words[2])));
            }
        }
        return all;
    }
}
