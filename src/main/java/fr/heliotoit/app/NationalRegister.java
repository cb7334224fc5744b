package fr.heliotoit.app;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.text.Formats;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the national register of installations (ODRÉ, "registre national des installations de production et de stockage d'électricité") writes
 * its lines: all of France and all sources of energy, power in kW, energy of twelve months in kWh, no place but the commune, and below 36 kW
 * one line for all systems of an IRIS.
 */
final class NationalRegister {
    /** Power [kW]. */
    static final String POWER = "puismaxinstallee";

    /** Energy made in twelve months [kWh]; mostly empty for the sun. */
    static final String PRODUCED = "energieannuelleglissanteproduite";

    /** Energy that went into the grid in twelve months [kWh]. */
    static final String INJECTED = "energieannuelleglissanteinjectee";

    /** What its columns are called, in lower case, as far as they are about the system and not about people. */
    static final Set<String> COLUMNS = Set.of(
            "nominstallation",
            "codefiliere",
            "filiere",
            "technologie",
            "codeinseecommune",
            "codeiris",
            "nbinstallations",
            "datemiseenservice",
            "dateraccordement",
            "regime",
            POWER,
            PRODUCED,
            INJECTED);

    /** The towns whose lines bear the codes of their arrondissements, and how those begin. */
    private static final Map<String, String> ARRONDISSEMENTS = Map.of("75056", "751", "69123", "6938", "13055", "132");

    private NationalRegister() {}

    /** Whether a line is of the sun and of this commune; a line that says neither is taken at its word. @param inseeCode null for any */
    static boolean wanted(Map<String, String> values, @Nullable String inseeCode) {
        String source = values.getOrDefault("codefiliere", values.getOrDefault("filiere", ""));
        if (!source.isBlank()
                && !plain(source).startsWith("sol")
                && !plain(source).startsWith("photo")) {
            return false;
        }
        String commune = values.getOrDefault("codeinseecommune", "").strip();
        if (commune.isEmpty() || inseeCode == null) {
            return true;
        }
        // Spreadsheets take the first zero away.
        String code = commune.matches("\\d{4}") ? "0" + commune : commune;
        return code.equals(inseeCode)
                || ARRONDISSEMENTS.containsKey(inseeCode)
                        && code.startsWith(ARRONDISSEMENTS.getOrDefault(inseeCode, ""));
    }

    /** How many systems a line stands for. */
    static int systems(LayerFeature line) {
        return (int) Math.max(
                1,
                Formats.parse(line.values().getOrDefault("nbinstallations", "")).orElse(1));
    }

    /** Buildings by their names; a name that two bear is nobody's. */
    static Map<String, BuildingRecord> byName(List<BuildingRecord> records) {
        Map<String, BuildingRecord> named = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (BuildingRecord record : records) {
            String name = plain(record.building().name());
            if (!name.isEmpty() && named.put(name, record) != null) {
                twice.add(name);
            }
        }
        named.keySet().removeAll(twice);
        return named;
    }

    /** Small letters and digits only, words apart. */
    static String plain(@Nullable String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", " ")
                        .strip();
    }
}
