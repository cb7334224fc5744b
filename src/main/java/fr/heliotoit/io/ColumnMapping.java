package fr.heliotoit.io;

import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.text.Formats;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A {@link ColumnProfile} bound to the columns of one layer: what each feature says, in the domain's words. */
public final class ColumnMapping {
    private static final double LOWEST_HEIGHT_M = 0.5;
    private static final double HIGHEST_HEIGHT_M = 400;

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern METRES = Pattern.compile("\\s*m$");

    private final ColumnProfile profile;
    private final Map<String, List<List<String>>> columns = new HashMap<>();
    private final Map<String, String> usages = new HashMap<>();
    private final List<String> personal;

    private ColumnMapping(ColumnProfile profile, ColumnProfile fallback, List<String> present) {
        this.profile = profile;
        Map<String, String> byPlainName = new HashMap<>();
        present.forEach(c -> byPlainName.putIfAbsent(plain(c), c));
        personal = present.stream()
                .filter(c -> fallback.personal().stream().anyMatch(p -> matches(p, c))
                        || profile.personal().stream().anyMatch(p -> matches(p, c)))
                .toList();
        profile.columns().forEach((meaning, candidates) -> {
            List<List<String>> bound = new ArrayList<>();
            for (String candidate : candidates) {
                List<String> parts = new ArrayList<>();
                for (String part : candidate.split("\\+", -1)) {
                    String column = byPlainName.get(plain(part));
                    if (column != null && !personal.contains(column)) {
                        parts.add(column);
                    }
                }
                if (!parts.isEmpty()) {
                    bound.add(parts);
                }
            }
            columns.put(meaning, bound);
        });
        fallback.usages().forEach((word, code) -> usages.put(plain(word), code));
        profile.usages().forEach((word, code) -> usages.put(plain(word), code));
    }

    /** Chooses the profile whose columns are all there; the one that asks for most wins. */
    public static ColumnMapping choose(List<ColumnProfile> profiles, List<String> present) {
        List<String> plain = present.stream().map(ColumnMapping::plain).toList();
        ColumnProfile fallback = profiles.stream()
                .filter(p -> p.name().equals(ColumnProfile.FALLBACK))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("profiles without " + ColumnProfile.FALLBACK));
        ColumnProfile chosen = profiles.stream()
                .filter(p -> p.detect().stream().allMatch(c -> plain.contains(plain(c))))
                .max(Comparator.comparingInt(p -> p.detect().size()))
                .orElse(fallback);
        return new ColumnMapping(chosen, fallback, present);
    }

    /** Whether a profile asks for a column that is not among the usual names, which files of any kind have. */
    public static boolean telling(ColumnProfile profile, List<ColumnProfile> all) {
        List<String> usual = all.stream()
                .filter(p -> p.name().equals(ColumnProfile.FALLBACK))
                .flatMap(p -> p.columns().values().stream().flatMap(List::stream))
                .map(ColumnMapping::plain)
                .toList();
        return profile.detect().stream().anyMatch(c -> !usual.contains(plain(c)));
    }

    public ColumnProfile profile() {
        return profile;
    }

    /** Columns with personal data that this layer has; they are not read. */
    public List<String> personalColumns() {
        return personal;
    }

    /** Whether a column of this meaning is there. */
    public boolean has(String meaning) {
        return !columns.getOrDefault(meaning, List.of()).isEmpty();
    }

    /** The column read first for a meaning, for messages. */
    public String columnOf(String meaning) {
        List<List<String>> bound = columns.getOrDefault(meaning, List.of());
        return bound.isEmpty() ? "" : String.join("+", bound.getFirst());
    }

    /** The first filled value of a meaning as text; null when there is none. */
    public @Nullable String text(VectorFeature feature, String meaning) {
        for (List<String> candidate : columns.getOrDefault(meaning, List.of())) {
            String joined = candidate.size() == 1
                    ? asText(feature.attributes().get(candidate.getFirst()))
                    : candidate.stream()
                            .map(c -> asText(feature.attributes().get(c)))
                            .filter(t -> !t.isEmpty())
                            .collect(Collectors.joining(" "));
            if (!joined.isEmpty()) {
                return joined;
            }
        }
        return null;
    }

    /** The first column whose word is known decides. */
    public Usage usage(VectorFeature feature) {
        for (List<String> candidate : columns.getOrDefault("usage", List.of())) {
            String word = plain(asText(feature.attributes().get(candidate.getFirst())));
            String code = usages.get(word);
            if (code != null) {
                return Usage.ofCode(code);
            }
        }
        return Usage.UNKNOWN;
    }

    /** What the column of public ownership says; without one, whether the usage is public. */
    public boolean publicOwner(VectorFeature feature) {
        String said = text(feature, "public");
        if (said == null) {
            return usage(feature) == Usage.PUBLIC;
        }
        return switch (plain(said)) {
            case "oui", "o", "vrai", "v", "true", "t", "yes", "y", "1", "x", "public", "communal", "commune" -> true;
            default -> false;
        };
    }

    /** Height [m]; null when missing or not that of a building (0 and negative stand for "unknown" in several products). */
    public @Nullable Double heightM(VectorFeature feature) {
        List<List<String>> candidates = columns.getOrDefault("hauteur", List.of());
        if (!candidates.isEmpty()
                && candidates.getFirst().size() == 1
                && feature.attributes().get(candidates.getFirst().getFirst()) instanceof Number number) {
            // A number already: nothing to make out of its text.
            return plausibleHeight(number.doubleValue());
        }
        String said = text(feature, "hauteur");
        if (said == null) {
            return null;
        }
        OptionalDouble height = Formats.parse(METRES.matcher(said).replaceFirst(""));
        return height.isPresent() ? plausibleHeight(height.getAsDouble()) : null;
    }

    private static @Nullable Double plausibleHeight(double metres) {
        return metres >= LOWEST_HEIGHT_M && metres <= HIGHEST_HEIGHT_M ? Double.valueOf(metres) : null;
    }

    private static String asText(@Nullable Object value) {
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            // 100006475.0 is how a table without integers writes an identifier.
            return Long.toString(number.longValue());
        }
        return value == null ? "" : value.toString().strip();
    }

    /** Whether a column's name has the pattern's words, wherever in the name: {@code Nom du propriétaire}. */
    private static boolean matches(String pattern, String column) {
        String name = " " + plain(column) + " ";
        return pattern.endsWith("*")
                ? name.contains(" " + plain(pattern.substring(0, pattern.length() - 1)))
                : name.contains(" " + plain(pattern) + " ");
    }

    /** Lower case, without accents; anything else than letters and digits becomes one blank. */
    static String plain(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return SEPARATORS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
