package fr.heliotoit.io;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.Snapshot;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * @param citations the data packs that values of evaluated attributes come from; those that were not evaluated are not named
 * @param date of the export
 * @param version of the product; empty when run from sources
 */
public record ExportMetadata(
        ProjectInfo info,
        String vintage,
        @Nullable String filter,
        List<Snapshot.Source> sources,
        String conventions,
        Map<Attribute, List<String>> citations,
        LocalDate date,
        String version) {
    public ExportMetadata {
        sources = List.copyOf(sources);
        citations = Map.copyOf(citations);
    }

    /** The packs that an attribute's values come from; empty when it is not of the evaluated ones. */
    public List<String> packs(Attribute attribute) {
        return citations.getOrDefault(attribute, List.of());
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
        putPacks(entries);
        entries.put("date", date.toString());
        entries.put("logiciel", version.isEmpty() ? "Héliotoit" : "Héliotoit " + version);
        entries.put("donnees_synthetiques", String.valueOf(info.synthetic()));
        entries.put("avertissement", "Estimations : ne remplacent pas une étude de faisabilité.");
        return entries;
    }

    /** One entry per pack, with the attributes that it counts for. */
    private void putPacks(Map<String, String> entries) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (Attribute attribute : Attribute.values()) {
            for (String pack : packs(attribute)) {
                attributes.computeIfAbsent(pack, k -> new ArrayList<>()).add(attribute.attributeName());
            }
        }
        int number = 0;
        for (Map.Entry<String, List<String>> pack : attributes.entrySet()) {
            number++;
            entries.put("paquet_" + number, pack.getKey());
            entries.put("paquet_" + number + "_attributs", String.join(", ", pack.getValue()));
        }
    }

    private static void put(Map<String, String> entries, String key, @Nullable String value) {
        if (value != null) {
            entries.put(key, value);
        }
    }
}
