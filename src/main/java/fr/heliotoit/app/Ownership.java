package fr.heliotoit.app;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.io.VectorFeature;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Lists of what belongs to the commune: a row names a parcel or a building. A building is on the parcel that its own record names, else on
 * the parcel (of the project's layer) that a point inside it lies on. Every row ends as found or as refused.
 */
final class Ownership {
    private static final Set<String> PARCEL_COLUMNS =
            Set.of("parcelle", "id_parcelle", "parcelle_id", "idu", "idpar", "cad_parcelle");
    private static final Set<String> BUILDING_COLUMNS = Set.of(
            "batiment", "id_batiment", "id", "cleabs", "id_rnb", "rnb_id", "batiment_id", "identifiant", "id_bat");

    private static final String KIND = "genre";
    private static final String PARCEL = "parcelle";
    private static final String BUILDING = "batiment";
    /** The buildings that are public by this entry only. */
    private static final String MARKED = "marque";

    /** In no identifier that anybody gives. */
    private static final String SEPARATOR = "\t";

    /** Columns that only lists have; a column {@code id} may be anything's. */
    private static final Set<String> LIST_COLUMNS = Set.of("batiment", "id_batiment", "batiment_id", "id_bat");

    private final Map<String, Building> buildings = new HashMap<>();
    private final Map<String, List<String>> onParcel = new HashMap<>();
    private final Set<String> parcels = new HashSet<>();
    private final Set<String> owned = new HashSet<>();
    /** For each building the keys of what names it or its parcel. */
    private final Map<String, Set<String>> namedBy = new HashMap<>();
    /** Buildings that are public by the lists of earlier imports only. */
    private final Set<String> formerly = new HashSet<>();
    /** The kinds of entries that the new lists have. */
    private final Set<String> kinds = new HashSet<>();
    /** What the lists name and the project knows, by id: kept, so that the next vintage of the buildings is marked as well. */
    private final Map<String, LayerFeature> named = new TreeMap<>();

    private final List<Finding> findings = new ArrayList<>();
    private int read;
    private int found;

    /**
     * @param buildings the commune's, current or just imported
     * @param parcelLayer cadastral parcels, perhaps none
     */
    Ownership(List<Building> buildings, List<LayerFeature> parcelLayer) {
        STRtree tree = new STRtree();
        for (LayerFeature parcel : parcelLayer) {
            parcels.add(key(parcel.id()));
            Geometry shape = parcel.geometry();
            if (shape != null) {
                tree.insert(shape.getEnvelopeInternal(), parcel);
            }
        }
        for (Building building : buildings) {
            this.buildings.put(key(building.id()), building);
            String parcel = building.parcel();
            if (parcel != null) {
                // A building may name several parcels.
                for (String one : parcel.split("[,;| ]+")) {
                    onParcel.computeIfAbsent(key(one), k -> new ArrayList<>()).add(building.id());
                }
            } else {
                Point inside = building.footprint().getInteriorPoint();
                for (Object candidate : tree.query(inside.getEnvelopeInternal())) {
                    LayerFeature feature = (LayerFeature) candidate;
                    Geometry shape = feature.geometry();
                    if (shape != null && shape.covers(inside)) {
                        onParcel.computeIfAbsent(key(feature.id()), k -> new ArrayList<>())
                                .add(building.id());
                        break;
                    }
                }
            }
        }
    }

    int read() {
        return read;
    }

    int found() {
        return found;
    }

    List<Finding> findings() {
        return findings;
    }

    void add(FeatureFile file) throws Failure {
        String parcelColumn = column(file, PARCEL_COLUMNS);
        String buildingColumn = column(file, BUILDING_COLUMNS);
        if (parcelColumn == null && buildingColumn == null) {
            throw Failure.of(
                    "app.import.ownershipColumns",
                    file.path().getFileName(),
                    String.join(", ", file.source().columns()));
        }
        file.tellColumns(findings);
        List<String> left = file.source().columns().stream()
                .filter(c -> !c.equals(parcelColumn)
                        && !c.equals(buildingColumn)
                        && !file.columns().personalColumns().contains(c))
                .toList();
        if (!left.isEmpty()) {
            findings.add(new Finding(
                    Finding.Severity.INFO,
                    "COLUMNS_LEFT",
                    null,
                    Double.NaN,
                    Double.NaN,
                    Message.of("app.import.columnsLeft", file.source().layer(), String.join(", ", left))));
        }
        file.forEach(row -> row(row, parcelColumn, buildingColumn));
    }

    /** Whether a table without places can only be such a list: it names parcels or buildings and says nothing else of a building. */
    static boolean isList(FeatureFile file) {
        boolean placed = file.start().stream().anyMatch(f -> f.geometry() != null);
        boolean describes = List.of("hauteur", "usage", "public").stream()
                .anyMatch(meaning -> file.columns().has(meaning));
        return !placed
                && !describes
                && !file.start().isEmpty()
                && file.columns().profile().holds().equals(ImportKind.BUILDINGS.code())
                && (column(file, PARCEL_COLUMNS) != null || column(file, LIST_COLUMNS) != null);
    }

    private static @Nullable String column(FeatureFile file, Set<String> names) {
        return file.source().columns().stream()
                .filter(c -> names.contains(c.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    private void row(VectorFeature row, @Nullable String parcelColumn, @Nullable String buildingColumn) {
        read++;
        String building = text(row, buildingColumn);
        String parcel = text(row, parcelColumn);
        String named = building.isEmpty() ? parcel : building;
        Building known = buildings.get(key(building));
        List<String> there = onParcel.get(key(parcel));
        if (known != null) {
            own(known.id(), known.id());
            name(known.id(), BUILDING);
            found++;
        } else if (building.isEmpty() && there != null) {
            there.forEach(id -> own(id, parcel));
            name(parcel, PARCEL);
            found++;
        } else if (building.isEmpty() && parcels.contains(key(parcel))) {
            // A park or a street: it belongs to the commune and bears no building.
            name(parcel, PARCEL);
            found++;
            findings.add(new Finding(
                    Finding.Severity.INFO,
                    "PARCEL_EMPTY",
                    parcel,
                    Double.NaN,
                    Double.NaN,
                    Message.of("app.import.parcelEmpty")));
        } else if (named.isEmpty()) {
            findings.add(
                    Finding.refused("ID_EMPTY", Long.toString(row.number()), Message.of("app.import.ownershipEmpty")));
        } else {
            findings.add(Finding.refused("ID_UNKNOWN", named, Message.of("app.import.ownershipUnknown")));
        }
    }

    private static String text(VectorFeature row, @Nullable String column) {
        Object value = column == null ? null : row.attributes().get(column);
        return value == null ? "" : value.toString().strip();
    }

    private static String key(String id) {
        return id.strip().toUpperCase(Locale.ROOT);
    }

    /**
     * Takes the lists of earlier imports, after the new ones: a new list of parcels takes the place of the earlier ones of parcels, one of
     * buildings that of those of buildings. What they name need not be there any more.
     */
    void addKept(List<LayerFeature> lists) {
        int left = 0;
        for (LayerFeature entry : lists) {
            boolean parcel = PARCEL.equals(entry.values().get(KIND));
            formerly.addAll(List.of(entry.values().getOrDefault(MARKED, "").split(SEPARATOR, -1)));
            if (kinds.contains(parcel ? PARCEL : BUILDING)) {
                left += named.containsKey(key(entry.id())) ? 0 : 1;
                continue;
            }
            Building known = parcel ? null : buildings.get(key(entry.id()));
            if (known != null) {
                own(known.id(), entry.id());
            }
            if (parcel) {
                onParcel.getOrDefault(key(entry.id()), List.of()).forEach(id -> own(id, entry.id()));
            }
            named.putIfAbsent(key(entry.id()), entry);
        }
        if (left > 0) {
            findings.add(Finding.warning(
                    "OWNERSHIP_REPLACED", null, Message.of("app.import.ownershipReplaced", Formats.number(left))));
        }
    }

    private void own(String building, String entry) {
        owned.add(building);
        namedBy.computeIfAbsent(building, k -> new HashSet<>()).add(key(entry));
    }

    /** Whether a list decides about the building: one names it or its parcel, or an earlier one did. */
    boolean decides(String buildingId) {
        return owned.contains(buildingId) || formerly.contains(buildingId);
    }

    /** What all lists that count name, to be kept with the project: after {@link #marked}. */
    List<LayerFeature> lists() {
        return List.copyOf(named.values());
    }

    private void name(String id, String kind) {
        kinds.add(kind);
        named.put(key(id), new LayerFeature(id, null, null, new TreeMap<>(Map.of(KIND, kind))));
    }

    /**
     * The buildings, those named in the lists as public, those that only earlier lists named not any more.
     *
     * @param fresh whether they come from files of this import, which know nothing of earlier lists
     */
    List<Building> marked(List<Building> all, boolean fresh) {
        Map<String, TreeSet<String>> by = new HashMap<>();
        List<Building> marked = new ArrayList<>(all.size());
        for (Building b : all) {
            boolean own = b.publicOwner() && (fresh || !formerly.contains(b.id()));
            if (!own && owned.contains(b.id())) {
                namedBy.getOrDefault(b.id(), Set.of())
                        .forEach(entry ->
                                by.computeIfAbsent(entry, k -> new TreeSet<>()).add(b.id()));
            }
            boolean now = own || owned.contains(b.id());
            marked.add(
                    now == b.publicOwner()
                            ? b
                            : new Building(
                                    b.id(),
                                    b.footprint(),
                                    b.name(),
                                    b.address(),
                                    b.parcel(),
                                    b.usage(),
                                    now,
                                    b.heightM()));
        }
        named.replaceAll((key, entry) -> {
            TreeMap<String, String> values = new TreeMap<>(entry.values());
            values.remove(MARKED);
            if (by.containsKey(key)) {
                values.put(MARKED, String.join(SEPARATOR, by.get(key)));
            }
            return new LayerFeature(entry.id(), entry.label(), entry.geometry(), values);
        });
        return marked;
    }
}
