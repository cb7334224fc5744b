package fr.heliotoit.ui.model;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.render.RoofIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** Buildings by identifier and by place. Immutable; safe for several threads. */
public final class BuildingIndex {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final List<BuildingRecord> records;
    private final Map<String, BuildingRecord> byId;
    private final RoofIndex roofs;

    public BuildingIndex(List<BuildingRecord> records) {
        this.records = List.copyOf(records);
        this.roofs = new RoofIndex(this.records);
        this.byId = HashMap.newHashMap(records.size());
        for (BuildingRecord record : records) {
            byId.put(record.building().id(), record);
        }
    }

    public List<BuildingRecord> records() {
        return records;
    }

    /** The same buildings by place, for the map's layers. */
    public RoofIndex roofs() {
        return roofs;
    }

    public Optional<BuildingRecord> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The records with these identifiers; unknown identifiers are left out. */
    public List<BuildingRecord> byIds(Collection<String> ids) {
        List<BuildingRecord> found = new ArrayList<>(ids.size());
        for (String id : ids) {
            BuildingRecord record = byId.get(id);
            if (record != null) {
                found.add(record);
            }
        }
        return found;
    }

    /** The box around all footprints; null envelope when there is none [project CRS]. */
    public Envelope extent() {
        return roofs.extent();
    }

    /**
     * The building at a place, or else the nearest within the tolerance.
     *
     * @param tolerance [m], so that a small roof can be hit from far
     */
    public Optional<BuildingRecord> at(double x, double y, double tolerance) {
        Optional<BuildingRecord> exact = roofs.at(x, y);
        if (exact.isPresent()) {
            return exact;
        }
        Point here = FACTORY.createPoint(new Coordinate(x, y));
        Envelope box = here.getEnvelopeInternal();
        box.expandBy(tolerance);
        return roofs.within(box).stream()
                .filter(record -> record.building().footprint().distance(here) <= tolerance)
                .min(Comparator.comparingDouble(
                        record -> record.building().footprint().distance(here)));
    }
}
