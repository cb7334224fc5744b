package fr.heliotoit.io;

import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.Snapshot;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an exported file says of itself: whose buildings, of what date, from what files.
 *
 * @param vintage millésime of the buildings
 * @param filter the expression that chose them; null for all
 * @param sources files of the buildings and of the computation
 * @param conventions name of the pack of energy conventions
 * @param date of the export
 * @param version of the product; empty when run from sources
 */
public record ExportMetadata(
        ProjectInfo info,
        String vintage,
        @Nullable String filter,
        List<Snapshot.Source> sources,
        String conventions,
        LocalDate date,
        String version) {
    public ExportMetadata {
        sources = List.copyOf(sources);
    }

    /** Names and values, language-free as far as they can be. */
    public Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(
                "titre", "Potentiel solaire des toitures — " + info.commune().name());
        put(entries, "commune", info.commune().name());
        put(entries, "insee", info.commune().inseeCode());
        entries.put("millesime", vintage);
        put(entries, "filtre", filter);
        entries.put("crs", info.crs().code());
        entries.put("conventions", conventions);
        for (int i = 0; i < sources.size(); i++) {
            Snapshot.Source source = sources.get(i);
            entries.put(
                    "source_" + (i + 1), source.kind() + " : " + source.name() + " (SHA-256 " + source.sha256() + ")");
        }
        entries.put("date", date.toString());
        entries.put("logiciel", version.isEmpty() ? "Héliotoit" : "Héliotoit " + version);
        entries.put("donnees_synthetiques", String.valueOf(info.synthetic()));
        entries.put("avertissement", "Estimations : ne remplacent pas une étude de faisabilité.");
        return entries;
    }

    private static void put(Map<String, String> entries, String key, @Nullable String value) {
        if (value != null) {
            entries.put(key, value);
        }
    }
}
