package fr.heliotoit.app;

import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.geo.Footprints;
import fr.heliotoit.io.ColumnMapping;
import fr.heliotoit.io.VectorFeature;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The part of the check that looks at one feature of a file by itself: its shape in the project's system, valid. It knows of no other
 * feature, so that it can be done beside reading and beside comparing. For one thread at a time.
 */
final class FootprintCheck {
    private static final double LARGE_M2 = 1_000_000;

    private final String layer;
    private final ColumnMapping columns;
    private final Placing placing;

    FootprintCheck(String layer, ColumnMapping columns, Placing placing) {
        this.layer = layer;
        this.columns = columns;
        this.placing = placing;
    }

    /**
     * A feature with what was found.
     *
     * @param id what it says, else the layer and its number
     * @param named whether it says so
     * @param footprint null when it was refused, with a finding
     */
    record Checked(
            VectorFeature feature,
            String id,
            boolean named,
            @Nullable Geometry footprint,
            List<Finding> findings) {}

    Checked of(VectorFeature feature) {
        List<Finding> findings = new ArrayList<>(0);
        String said = columns.text(feature, "id");
        String id = said == null ? layer + "-" + feature.number() : said;
        if (said == null && columns.has("id")) {
            findings.add(Finding.warning("ID_EMPTY", id, Message.of("app.import.emptyId", columns.columnOf("id"))));
        }
        return new Checked(feature, id, said != null, footprint(feature, id, findings), findings);
    }

    /** The footprint in the project's system; null when it was refused, with a finding. */
    private @Nullable Geometry footprint(VectorFeature feature, String id, List<Finding> findings) {
        Finding problem = feature.problem();
        Geometry raw = feature.geometry();
        if (raw == null || problem != null) {
            findings.add(Finding.refused(
                    problem == null ? "GEOM_NONE" : problem.code(),
                    id,
                    problem == null ? Message.of("app.import.empty") : problem.message()));
            return null;
        }
        if (raw.isEmpty()) {
            return refuse(findings, "GEOM_EMPTY", id, null, Message.of("app.import.empty"));
        }
        Optional<Geometry> polygons = Footprints.polygonal(raw);
        if (polygons.isEmpty()) {
            return refuse(
                    findings, "GEOM_NOT_POLYGON", id, null, Message.of("app.import.notPolygon", raw.getGeometryType()));
        }
        Geometry placed;
        try {
            placed = placing.place(polygons.get());
        } catch (Failure e) {
            return refuse(findings, "COORDINATES_OUTSIDE", id, null, e.sentence());
        }
        return valid(id, placed, findings);
    }

    private static @Nullable Geometry valid(String id, Geometry placed, List<Finding> findings) {
        Footprints.Repair repair = Footprints.repair(placed);
        Coordinate place = repair.place();
        Geometry footprint = repair.geometry();
        if (footprint == null) {
            // The two halves of a bow tie cancel out; only points on one line have no area at all.
            return placed.convexHull().getArea() > 0
                    ? refuse(findings, "GEOM_INVALID", id, place, Message.of("app.import.invalid"))
                    : refuse(findings, "AREA_ZERO", id, place, Message.of("app.import.zeroArea"));
        }
        double before = placed.getArea();
        double after = footprint.getArea();
        if (!(after > 0) || Double.isInfinite(after)) {
            return refuse(findings, "AREA_ZERO", id, place, Message.of("app.import.zeroArea"));
        }
        if (repair.fault() != null) {
            findings.add(new Finding(
                    Finding.Severity.WARNING,
                    "GEOM_REPAIRED",
                    id,
                    place == null ? Double.NaN : place.x,
                    place == null ? Double.NaN : place.y,
                    Message.of("app.import.repaired", Formats.percent(Math.abs(after - before) / before, 2))));
        }
        if (after > LARGE_M2) {
            Coordinate centre = footprint.getEnvelopeInternal().centre();
            findings.add(new Finding(
                    Finding.Severity.WARNING,
                    "AREA_LARGE",
                    id,
                    centre.x,
                    centre.y,
                    Message.of("app.import.large", Formats.number(after, 0))));
        }
        return footprint;
    }

    private static @Nullable Geometry refuse(
            List<Finding> findings, String code, String id, @Nullable Coordinate place, Message message) {
        findings.add(new Finding(
                Finding.Severity.REFUSED,
                code,
                id,
                place == null ? Double.NaN : place.x,
                place == null ? Double.NaN : place.y,
                message));
        return null;
    }
}
