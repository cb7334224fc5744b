package fr.heliotoit.io;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Spelling;
import fr.heliotoit.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words that an expression may hold: attributes, the footprint {@code geom}, words of the language, a few functions. */
final class EcqlNames {
    static final String GEOMETRY = "geom";

    private static final Set<String> LANGUAGE = Set.of(
            "AND", "OR", "NOT", "LIKE", "ILIKE", "IN", "IS", "NULL", "BETWEEN", "INCLUDE", "EXCLUDE", "TRUE", "FALSE");
    private static final Set<String> SPATIAL = Set.of(
            "BBOX",
            "INTERSECTS",
            "DISJOINT",
            "CONTAINS",
            "WITHIN",
            "TOUCHES",
            "CROSSES",
            "OVERLAPS",
            "EQUALS",
            "DWITHIN",
            "BEYOND");
    private static final Set<String> SHAPES = Set.of(
            "POINT",
            "LINESTRING",
            "POLYGON",
            "MULTIPOINT",
            "MULTILINESTRING",
            "MULTIPOLYGON",
            "GEOMETRYCOLLECTION",
            "ENVELOPE");
    /** GeoTools takes any unit here and then measures in the units of the map, so only metres are let through. */
    private static final Set<String> METRES = Set.of("METERS", "METRE", "METRES");

    private static final Set<String> OTHER_UNITS = Set.of("KILOMETERS", "FEET", "STATUTE", "NAUTICAL", "MILES");
    private static final Set<String> UNITS = Set.of(
            "m", "m2", "m²", "km", "ha", "w", "kw", "wc", "kwc", "mwc", "kwp", "wh", "kwh", "mwh", "gwh", "deg",
            "degres");
    /** Harmless ones; others could read files or the environment. */
    private static final List<String> FUNCTIONS = List.of(
            "abs",
            "area",
            "buffer",
            "ceil",
            "centroid",
            "floor",
            "round",
            "strEndsWith",
            "strIndexOf",
            "strLength",
            "strStartsWith",
            "strSubstring",
            "strToLowerCase",
            "strToUpperCase",
            "strTrim");

    /** What people write instead, French and English, without accents. */
    private static final Map<String, String> HABITS = new LinkedHashMap<>();

    static {
        habit("AND", "et", "aussi");
        habit("OR", "ou");
        habit("NOT", "non", "pas", "sauf");
        habit("BETWEEN", "entre");
        habit("IN", "dans", "parmi");
        habit("LIKE", "comme", "contient");
        habit("TRUE", "vrai", "oui", "yes");
        habit("FALSE", "faux", "no");
        habit("surface", "area", "utile", "m2", "kwh_m2");
        habit("emprise", "footprint", "sol");
        habit("inclinaison", "pente", "tilt", "slope");
        habit("orientation", "azimut", "azimuth", "exposition", "aspect");
        habit("irradiation", "ensoleillement", "irradiance", "rayonnement", "soleil");
        habit("puissance", "kwc", "kwp", "power");
        habit("production", "kwh", "energie", "yield", "rendement");
        habit("hauteur", "height");
        habit("public", "communal", "mairie", "proprietaire", "owner");
        habit("usage", "fonction", "type", "nature", "use");
        habit("adresse", "rue", "address");
        habit("parcelle", "cadastre", "parcel");
        habit("id", "identifiant", "rnb", "cleabs", "fid");
        habit("nom", "name", "libelle");
        habit("classe", "note", "class");
        habit("millesime", "annee", "year", "vintage");
    }

    private EcqlNames() {}

    private static void habit(String right, String... wrongs) {
        Arrays.stream(wrongs).forEach(wrong -> HABITS.put(wrong, right));
    }

    static boolean isLanguage(EcqlToken word) {
        return LANGUAGE.contains(upper(word));
    }

    static boolean isUnit(EcqlToken word) {
        return UNITS.contains(word.text().toLowerCase(Locale.ROOT));
    }

    static boolean isShape(EcqlToken word) {
        return SHAPES.contains(upper(word));
    }

    /**
     * What GeoTools should read instead of a word or quoted name: attributes quoted and in lower case, the rest as typed.
     *
     * @param call whether an opening parenthesis follows
     * @throws Failure when the word is none of ours, with the one that was perhaps meant
     */
    static String rewrite(String expression, EcqlToken token, boolean call) throws Failure {
        boolean quoted = token.kind() == EcqlToken.Kind.QUOTED;
        String name = quoted ? token.text().substring(1, token.text().length() - 1) : token.text();
        String upper = name.toUpperCase(Locale.ROOT);
        if (!quoted && (LANGUAGE.contains(upper) || SHAPES.contains(upper) || call && SPATIAL.contains(upper))) {
            return token.text();
        }
        if (!quoted && METRES.contains(upper)) {
            return "meters";
        }
        if (!quoted && OTHER_UNITS.contains(upper)) {
            throw EcqlFailure.at(expression, token.at(), "io.ecql.metres", name);
        }
        if (!quoted && call) {
            for (String function : FUNCTIONS) {
                if (function.equalsIgnoreCase(name)) {
                    return function;
                }
            }
            throw EcqlFailure.at(expression, token.at(), "io.ecql.function", name, String.join(", ", FUNCTIONS));
        }
        Optional<String> attribute = name.equalsIgnoreCase(GEOMETRY)
                ? Optional.of(GEOMETRY)
                : Attribute.named(name).map(Attribute::attributeName);
        return "\"" + attribute.orElseThrow(() -> unknown(expression, token, name)) + "\"";
    }

    private static Failure unknown(String expression, EcqlToken token, String name) {
        Optional<String> meant = meant(name);
        return meant.isPresent()
                ? EcqlFailure.at(expression, token.at(), "io.ecql.unknown.meant", name, meant.get())
                : EcqlFailure.at(expression, token.at(), "io.ecql.unknown", name, names());
    }

    /** The attribute or word that was perhaps meant: by habit, by spelling, by its label, by its unit. */
    static Optional<String> meant(String typed) {
        String folded = Spelling.fold(typed);
        String word = folded.replaceAll(" (m2?|kwh|kwc|deg|ha)$", "");
        for (String candidate : List.of(folded.replace(' ', '_'), word)) {
            String right = HABITS.get(candidate);
            if (right != null) {
                return Optional.of(right);
            }
        }
        Map<String, String> names = new LinkedHashMap<>();
        names.put(GEOMETRY, GEOMETRY);
        Map<String, String> labels = new LinkedHashMap<>();
        for (Attribute attribute : Attribute.values()) {
            names.put(attribute.attributeName(), attribute.attributeName());
            labels.put(
                    Texts.current().text("cadastre.attribute." + attribute.attributeName()), attribute.attributeName());
        }
        return nearest(word, names).or(() -> nearest(word, labels));
    }

    private static Optional<String> nearest(String word, Map<String, String> spellings) {
        return Spelling.nearest(word, spellings.keySet(), 1).stream()
                .map(spellings::get)
                .findFirst();
    }

    static String names() {
        List<String> names = new ArrayList<>();
        for (Attribute attribute : Attribute.values()) {
            names.add(attribute.attributeName());
        }
        return String.join(", ", names);
    }

    private static String upper(EcqlToken token) {
        return token.kind() == EcqlToken.Kind.WORD ? token.text().toUpperCase(Locale.ROOT) : "";
    }
}
