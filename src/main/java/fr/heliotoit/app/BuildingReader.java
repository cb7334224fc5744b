package fr.heliotoit.app;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.AreaOfUse;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.io.ColumnMapping;
import fr.heliotoit.io.VectorFeature;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Turns the features of vector files into the buildings of one snapshot, with a finding for everything odd. Every feature read ends as a
 * building, as refused, or as ignored (the same building twice): {@code read = buildings + refused + ignored}.
 */
final class BuildingReader {
    /** What a column may say of a building, by the query names. */
    private static final List<String> MEANINGS = List.of("nom", "adresse", "parcelle", "usage", "public", "hauteur");

    private final Crs projectCrs;
    private final AreaOfUse projectArea;
    private final @Nullable Crs given;
    private final Commune commune;
    private final @Nullable PreparedGeometry outline;
    private final Map<String, Building> buildings = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Set<String>> silent = new HashMap<>();
    private Set<String> unsaid = Set.of();
    private int read;
    private int refused;
    private int ignored;
    private int withoutHeight;

    /**
     * @param given the system the user gave for files that name none, or a wrong one; null when not given
     * @param outline boundary of the commune; null when not known
     */
    BuildingReader(ProjectInfo project, @Nullable Crs given, @Nullable Geometry outline) throws Failure {
        this.projectCrs = project.crs();
        this.projectArea = AreaOfUse.of(projectCrs);
        this.commune = project.commune();
        this.given = given;
        this.outline = outline == null ? null : PreparedGeometryFactory.prepare(outline);
    }

    int read() {
        return read;
    }

    int refused() {
        return refused;
    }

    int ignored() {
        return ignored;
    }

    List<Building> buildings() {
        return List.copyOf(buildings.values());
    }

    List<Finding> findings() {
        return findings;
    }

    /** The attributes, by their query names, that the file of a building has no column for. */
    Set<String> silent(String id) {
        return silent.getOrDefault(id, Set.of());
    }

    /** Whether a building of this identifier was accepted. */
    boolean has(String id) {
        return buildings.containsKey(id);
    }

    /** Reads one file; gives the system of its coordinates. */
    Crs add(FeatureFile file) throws Failure {
        file.tellColumns(findings);
        ColumnMapping columns = file.columns();
        String layer = file.source().layer();
        if (!columns.has("id")) {
            findings.add(Finding.warning("ID_MISSING", null, Message.of("app.import.noId", layer)));
        }
        Crs crs = new CrsChoice(projectCrs, given).of(file.path(), file.source(), file.start(), findings);
        int before = buildings.size();
        int without = withoutHeight;
        List<Building> others = List.copyOf(buildings.values());
        unsaid = MEANINGS.stream().filter(m -> !columns.has(m)).collect(Collectors.toUnmodifiableSet());
        FootprintCheck check = new FootprintCheck(layer, columns, Placing.of(crs, projectCrs, projectArea));
        file.forEach(check::of, f -> add(f, columns));
        leaveOutCovered(others);
        without = withoutHeight - without;
        if (without > 0) {
            info(
                    "HEIGHT_MISSING",
                    Message.of(
                            "app.import.noHeight",
                            layer,
                            Formats.number(without),
                            Formats.number(buildings.size() - before)));
        }
        findings.addAll(file.source().findings());
        return crs;
    }

    private void add(FootprintCheck.Checked checked, ColumnMapping columns) {
        read++;
        VectorFeature feature = checked.feature();
        String id = checked.id();
        Geometry footprint = checked.footprint();
        findings.addAll(checked.findings());
        if (footprint == null || elsewhere(feature, id, columns)) {
            refused++;
            return;
        }
        if (!checked.named()) {
            // A row number would be another building's in the next file; the place stays.
            Coordinate centre = footprint.getCentroid().getCoordinate();
            id = "lieu-" + Math.round(centre.x) + "-" + Math.round(centre.y);
        }
        if (outline != null && !outline.intersects(footprint)) {
            ignored++;
            warn("OUTSIDE_COMMUNE", id, footprint, Message.of("app.import.outsideCommune"));
            return;
        }
        Building same = buildings.get(id);
        if (same != null) {
            if (same.footprint().norm().equalsExact(footprint.norm())) {
                ignored++;
                warn("DUPLICATE", id, footprint, Message.of("app.import.duplicate"));
                return;
            }
            String first = id;
            for (int n = 2; buildings.containsKey(id); n++) {
                id = first + "-" + n;
            }
            warn("ID_DUPLICATE", first, footprint, Message.of("app.import.duplicateId", id));
        }
        silent.put(id, unsaid);
        Double height = columns.heightM(feature);
        withoutHeight += height == null ? 1 : 0;
        buildings.put(
                id,
                new Building(
                        id,
                        footprint,
                        columns.text(feature, "nom"),
                        columns.text(feature, "adresse"),
                        columns.text(feature, "parcelle"),
                        columns.usage(feature),
                        columns.publicOwner(feature),
                        height));
    }

    /** A building that another file of this import has brought already, under another identifier, would count twice. */
    private void leaveOutCovered(List<Building> others) {
        if (others.isEmpty()) {
            return;
        }
        STRtree index = new STRtree();
        Set<String> known = new HashSet<>();
        for (Building other : others) {
            index.insert(other.footprint().getEnvelopeInternal(), other);
            known.add(other.id());
        }
        for (Building building : List.copyOf(buildings.values())) {
            if (known.contains(building.id())) {
                continue;
            }
            Building over = covering(building, index);
            if (over != null) {
                buildings.remove(building.id());
                ignored++;
                warn("COVERED", building.id(), building.footprint(), Message.of("app.import.covered", over.id()));
            }
        }
    }

    private static @Nullable Building covering(Building building, STRtree index) {
        for (Object found : index.query(building.footprint().getEnvelopeInternal())) {
            Building other = (Building) found;
            Geometry shared = OverlayNGRobust.overlay(building.footprint(), other.footprint(), OverlayNG.INTERSECTION);
            if (shared.getArea() > building.footprintM2() / 2) {
                return other;
            }
        }
        return null;
    }

    /** Whether the file itself says that the building is another commune's. */
    private boolean elsewhere(VectorFeature feature, String id, ColumnMapping columns) {
        String said = columns.text(feature, "commune");
        String ours = commune.inseeCode();
        if (said == null || ours == null || !said.matches("[0-9AB]{5}") || said.equals(ours)) {
            return false;
        }
        findings.add(Finding.refused(
                "OTHER_COMMUNE", id, Message.of("app.import.otherCommune", said, commune.name(), ours)));
        return true;
    }

    private void warn(String code, String id, Geometry footprint, Message message) {
        Coordinate centre = footprint.getEnvelopeInternal().centre();
        findings.add(new Finding(Finding.Severity.WARNING, code, id, centre.x, centre.y, message));
    }

    private void info(String code, Message message) {
        findings.add(new Finding(Finding.Severity.INFO, code, null, Double.NaN, Double.NaN, message));
    }
}
