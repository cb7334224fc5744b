package fr.heliotoit.cadastre;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The communes of France with their group of communes (EPCI), population and department, read from {@code data/communes}. Immutable once
 * loaded.
 */
public final class Communes {
    private static final int SUGGESTIONS = 5;

    private final Map<String, Commune> byCode = new LinkedHashMap<>();
    private final Map<String, List<Commune>> byName = new HashMap<>();
    private final Map<String, String> departments = new HashMap<>();
    private final Map<String, Set<String>> groupings = new HashMap<>();

    private Communes() {}

    /**
     * @param folder {@code data/communes}
     * @throws Failure when a file is missing or not well formed
     */
    public static Communes load(Path folder) throws Failure {
        Communes communes = new Communes();
        try {
            for (String[] row : rows(folder.resolve("departements.csv"), 2)) {
                communes.departments.put(row[0], row[1]);
            }
            Map<String, String[]> groups = new HashMap<>();
            for (String[] row : rows(folder.resolve("epci.csv"), 3)) {
                groups.put(row[0], row);
            }
            for (String[] row : rows(folder.resolve("communes.csv"), 4)) {
                communes.add(row, groups.get(row[1]));
            }
        } catch (IOException | NumberFormatException e) {
            throw Failure.of("cadastre.communes.unreadable", folder);
        }
        return communes;
    }

    private void add(String[] row, String @Nullable [] group) {
        Integer population = row[2].isEmpty() ? null : Integer.valueOf(row[2]);
        Commune commune = new Commune(row[0], row[3], group == null ? null : group[2], population);
        byCode.put(row[0], commune);
        byName.computeIfAbsent(key(row[3]), k -> new ArrayList<>(1)).add(commune);
        if (group != null && !group[1].isEmpty()) {
            groupings.computeIfAbsent(group[1], k -> new HashSet<>()).add(row[0]);
        }
    }

    /** Rows without the header; the last column may hold commas. */
    private static List<String[]> rows(Path file, int columns) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] row = line.split(",", columns);
            if (row.length != columns) {
                throw new IOException(file + ": " + line);
            }
            rows.add(row);
        }
        return rows.subList(1, rows.size());
    }

    /** Every commune, by INSEE code. */
    public List<Commune> all() {
        return List.copyOf(byCode.values());
    }

    /** The communes of a larger grouping; {@code PMA} is the Pôle métropolitain de l'Artois. Empty for an unknown one. */
    public List<Commune> ofGrouping(String code) {
        Set<String> codes = groupings.getOrDefault(code, Set.of());
        return byCode.entrySet().stream()
                .filter(e -> codes.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * @param inseeCode five characters; {@code 2a004} is taken as {@code 2A004}
     */
    public Optional<Commune> byCode(String inseeCode) {
        return Optional.ofNullable(byCode.get(inseeCode.strip().toUpperCase(Locale.ROOT)));
    }

    /** Name of a commune's department or overseas territory; its code when the table does not know it. */
    public String department(String inseeCode) {
        String code = departmentCode(inseeCode);
        return departments.getOrDefault(code, code);
    }

    /** Two characters, three overseas: {@code 62}, {@code 2A}, {@code 974}. */
    public static String departmentCode(String inseeCode) {
        return inseeCode.substring(0, inseeCode.startsWith("97") || inseeCode.startsWith("98") ? 3 : 2);
    }

    /**
     * The commune with this INSEE code or this name; accents, hyphens, case and "St"/"Ste" do not count.
     *
     * @throws Failure when there is none (with those that resemble it) or when several bear the name (with their codes)
     */
    public Commune find(String codeOrName) throws Failure {
        Optional<Commune> coded = byCode(codeOrName);
        if (coded.isPresent()) {
            return coded.get();
        }
        String key = key(codeOrName);
        List<Commune> named = byName.getOrDefault(key, List.of());
        if (named.size() == 1) {
            return named.getFirst();
        }
        if (!named.isEmpty()) {
            throw Failure.of("cadastre.commune.ambiguous", codeOrName, list(named));
        }
        List<Commune> near = Spelling.nearest(key, byName.keySet(), SUGGESTIONS).stream()
                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                .limit(SUGGESTIONS)
                .toList();
        throw near.isEmpty()
                ? Failure.of("cadastre.commune.unknown", codeOrName)
                : Failure.of("cadastre.commune.near", codeOrName, list(near));
    }

    private String list(List<Commune> communes) {
        return communes.stream()
                .map(c -> c.name() + " (" + c.inseeCode() + ", " + department(String.valueOf(c.inseeCode())) + ")")
                .collect(Collectors.joining(", "));
    }

    /** "st-pol-sur-ternoise" is the same name as "Saint-Pol-sur-Ternoise". */
    private static String key(String name) {
        String folded = " " + Spelling.fold(name) + " ";
        return folded.replace(" st ", " saint ").replace(" ste ", " sainte ").strip();
    }
}
