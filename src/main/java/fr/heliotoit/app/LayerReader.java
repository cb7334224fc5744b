package fr.heliotoit.app;

import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.AreaOfUse;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.Footprints;
import fr.heliotoit.io.VectorFeature;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * Turns the features of vector files into layers. Everything that a source says of a feature is kept, except personal data; a geometry is
 * held to the same rules as a building's, but a feature without one is kept when it is an address or a system, which are known by name.
 */
final class LayerReader {
    /** What local address files write for the number of a place that has none. */
    private static final String NO_NUMBER = "99999 ";

    /** Codes of other communes that are named. */
    private static final int MANY = 5;

    private static final Map<Layer, Set<String>> KNOWN = Map.of(
            Layer.PARCELS,
            Set.of(
                    "id",
                    "idu",
                    "parcelle",
                    "id_parcelle",
                    "parcelle_id",
                    "commune",
                    "prefixe",
                    "section",
                    "numero",
                    "feuille",
                    "contenance",
                    "surface",
                    "arpente",
                    "created",
                    "updated",
                    "code_dep",
                    "code_com",
                    "code_insee",
                    "nom_com",
                    "code_arr",
                    "com_abs",
                    "gid",
                    "usage",
                    "public"),
            Layer.INSTALLATIONS,
            Set.of(
                    "id",
                    "identifiant",
                    "nom",
                    "source",
                    "puissance",
                    "kwc",
                    "puissance_kwc",
                    "production",
                    "mesure",
                    "kwh",
                    "batiment",
                    "type",
                    "filiere",
                    "technologie",
                    "annee",
                    "date",
                    "mise_en_service",
                    "surface",
                    "inclinaison",
                    "orientation",
                    "commune",
                    "code_insee",
                    "insee",
                    "adresse",
                    "lon",
                    "lat",
                    "x",
                    "y",
                    "public",
                    "raccordement"));

    private final Crs projectCrs;
    private final AreaOfUse projectArea;
    private final @Nullable Crs given;
    private final Map<Layer, List<LayerFeature>> layers = new EnumMap<>(Layer.class);
    private final Map<Layer, Map<String, Integer>> ids = new EnumMap<>(Layer.class);
    private final List<Finding> findings = new ArrayList<>();
    private int read;
    private int kept;
    private int refused;
    private int elsewhere;
    private final @Nullable String inseeCode;
    private final Set<String> neighbours = new TreeSet<>();

    LayerReader(ProjectInfo project, @Nullable Crs given) throws Failure {
        this.projectCrs = project.crs();
        this.inseeCode = project.commune().inseeCode();
        this.projectArea = AreaOfUse.of(projectCrs);
        this.given = given;
    }

    /** By layer; one of which nothing was kept is not here, so that it does not take the place of the one there is. */
    Map<Layer, List<LayerFeature>> layers() {
        Map<Layer, List<LayerFeature>> filled = new EnumMap<>(layers);
        filled.values().removeIf(List::isEmpty);
        return filled;
    }

    List<Finding> findings() {
        return findings;
    }

    int read() {
        return read;
    }

    int kept() {
        return kept;
    }

    int refused() {
        return refused;
    }

    /** Lines that are of other communes, or of a register of other sources of energy than the sun. */
    int elsewhere() {
        return elsewhere;
    }

    /**
     * Takes the roof surfaces of a city model as the layer of planes.
     *
     * @param crs system of the surfaces
     * @param wanted whether the planes of a building are wanted
     */
    void addPlanes(FeatureFile file, Crs crs, Predicate<String> wanted) throws Failure {
        List<VectorFeature> surfaces = file.source().planes();
        if (!surfaces.isEmpty()) {
            layers.computeIfAbsent(Layer.PLANES, k -> new ArrayList<>())
                    .addAll(SuppliedPlanes.of(file.source().layer(), surfaces, crs, projectCrs, wanted, findings));
        }
    }

    /** Takes of a city model the roof planes only, for buildings that the project has from elsewhere. */
    void addModel(FeatureFile file) throws Failure {
        Crs crs = new CrsChoice(projectCrs, given).of(file.path(), file.source(), file.start(), findings);
        addPlanes(file, crs, building -> true);
        int planes = layers.getOrDefault(Layer.PLANES, List.of()).size();
        read += planes;
        kept += planes;
        findings.addAll(file.source().findings());
    }

    void add(FeatureFile file, Layer layer) throws Failure {
        file.tellColumns(findings);
        List<String> left = file.source().columns().stream()
                .filter(c ->
                        !kept(layer, c) && !file.columns().personalColumns().contains(c))
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
        boolean placed = file.start().stream().anyMatch(f -> f.geometry() != null);
        boolean nameless = layer == Layer.ADDRESSES || layer == Layer.INSTALLATIONS;
        if (!placed && !nameless && !file.start().isEmpty()) {
            throw Failure.of("app.import.noPlace", file.path().getFileName());
        }
        Crs crs = placed
                ? new CrsChoice(projectCrs, given).of(file.path(), file.source(), file.start(), findings)
                : projectCrs;
        Placing placing = Placing.of(crs, projectCrs, projectArea);
        layers.computeIfAbsent(layer, k -> new ArrayList<>());
        int before = kept;
        int others = elsewhere;
        neighbours.clear();
        file.forEach(f -> add(f, file, layer, placing));
        if (!neighbours.isEmpty()) {
            findings.add(Finding.warning(
                    "OTHER_COMMUNE",
                    null,
                    Message.of(
                            "app.import.layerElsewhere",
                            file.path().getFileName(),
                            elsewhere - others,
                            String.join(", ", neighbours.stream().limit(MANY).toList())
                                    + (neighbours.size() > MANY ? "…" : ""),
                            String.valueOf(inseeCode))));
        } else if (elsewhere > others) {
            findings.add(Finding.warning(
                    "OTHER_INSTALLATIONS",
                    null,
                    Message.of(
                            "app.import.installationsElsewhere",
                            elsewhere - others,
                            inseeCode == null ? "—" : inseeCode)));
        }
        if (kept == before) {
            findings.add(Finding.warning(
                    "NOTHING_ACCEPTED",
                    null,
                    Message.of("app.import.layerEmpty", file.path().getFileName())));
        }
        findings.addAll(file.source().findings());
    }

    private void add(VectorFeature feature, FeatureFile file, Layer layer, Placing placing) {
        read++;
        TreeMap<String, String> values = values(feature, file, layer);
        if (layer == Layer.INSTALLATIONS && !NationalRegister.wanted(values, inseeCode)) {
            elsewhere++;
            return;
        }
        if (ofNeighbour(file.columns().text(feature, "commune"), layer)) {
            elsewhere++;
            return;
        }
        String said = file.columns().text(feature, "id");
        if (said == null && layer == Layer.PARCELS) {
            said = file.columns().text(feature, "parcelle");
        }
        String id = said == null ? file.source().layer() + "-" + feature.number() : said;
        Finding problem = feature.problem();
        Geometry geometry = feature.geometry();
        boolean nameless = layer == Layer.ADDRESSES || layer == Layer.INSTALLATIONS;
        if (geometry == null || geometry.isEmpty()) {
            if (!nameless || problem != null && !problem.code().equals("GEOM_NONE")) {
                refuse(
                        problem == null ? "GEOM_EMPTY" : problem.code(),
                        id,
                        problem == null ? Message.of("app.import.empty") : problem.message());
                return;
            }
            geometry = null;
        } else {
            geometry = placed(geometry, id, placing);
            if (geometry == null) {
                return;
            }
        }
        int same = ids.computeIfAbsent(layer, k -> new HashMap<>()).merge(id, 1, Integer::sum);
        if (layer == Layer.PLANES
                && geometry != null
                && DrawnPlanes.TILT.stream().noneMatch(values::containsKey)) {
            try {
                SuppliedPlanes.byHeights(geometry, projectCrs).forEach(values::putIfAbsent);
            } catch (Failure e) {
                refuse("COORDINATES_OUTSIDE", id, e.sentence());
                return;
            }
        }
        String label = file.columns().text(feature, layer == Layer.ADDRESSES ? "adresse" : "nom");
        if (label != null && layer == Layer.ADDRESSES && label.startsWith(NO_NUMBER)) {
            label = label.substring(NO_NUMBER.length());
        }
        layers.computeIfAbsent(layer, k -> new ArrayList<>())
                .add(new LayerFeature(same > 1 ? id + "-" + same : id, label, geometry, values));
        kept++;
    }

    /** National addresses come by department: those of other communes would be found in ours. */
    private boolean ofNeighbour(@Nullable String said, Layer layer) {
        if (layer != Layer.ADDRESSES && layer != Layer.PARCELS
                || said == null
                || inseeCode == null
                || said.equals(inseeCode)
                || !said.matches("\\d[0-9AB]\\d{3}")) {
            return false;
        }
        neighbours.add(said);
        return true;
    }

    private static TreeMap<String, String> values(VectorFeature feature, FeatureFile file, Layer layer) {
        TreeMap<String, String> values = new TreeMap<>();
        feature.attributes().forEach((column, value) -> {
            if (value != null
                    && kept(layer, column)
                    && !file.columns().personalColumns().contains(column)) {
                values.put(column.toLowerCase(Locale.ROOT), value.toString());
            }
        });
        return values;
    }

    /** Of parcels and systems, which are people's, only what is known to be about the thing is kept. */
    private static boolean kept(Layer layer, String column) {
        Set<String> known = KNOWN.get(layer);
        String name = column.toLowerCase(Locale.ROOT);
        return known == null
                || known.contains(name)
                || layer == Layer.INSTALLATIONS && NationalRegister.COLUMNS.contains(name);
    }

    private @Nullable Geometry placed(Geometry geometry, String id, Placing placing) {
        Geometry placed;
        try {
            placed = placing.place(geometry);
        } catch (Failure e) {
            refuse("COORDINATES_OUTSIDE", id, e.sentence());
            return null;
        }
        if (placed instanceof Polygonal && !placed.isValid()) {
            Footprints.Repair repair = Footprints.repair(placed);
            if (repair.geometry() == null) {
                refuse("GEOM_INVALID", id, Message.of("app.import.invalid"));
                return null;
            }
            findings.add(Finding.warning(
                    "GEOM_REPAIRED",
                    id,
                    Message.of(
                            "app.import.repaired",
                            Formats.percent(
                                    Math.abs(repair.geometry().getArea() - placed.getArea())
                                            / Math.max(placed.getArea(), 1e-9),
                                    2))));
            return repair.geometry();
        }
        return placed;
    }

    private void refuse(String code, String id, Message message) {
        refused++;
        findings.add(Finding.refused(code, id, message));
    }
}
