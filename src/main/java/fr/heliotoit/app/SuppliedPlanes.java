package fr.heliotoit.app;

import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.io.VectorFeature;
import fr.heliotoit.roof.SurfacePlane;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Roof surfaces with heights, as city models hold them, as features of the layer of planes: with tilt, true azimuth and true area. */
final class SuppliedPlanes {
    /** Names of the facts of a plane in its layer. */
    static final String BUILDING = "batiment";

    static final String TILT = "inclinaison";
    static final String AZIMUTH = "orientation";
    static final String AREA = "surface_m2";

    private SuppliedPlanes() {}

    /**
     * @param surfaces each naming its building
     * @param from system of the surfaces
     * @param wanted whether the planes of a building are wanted
     */
    static List<LayerFeature> of(
            String file,
            List<VectorFeature> surfaces,
            Crs from,
            Crs project,
            Predicate<String> wanted,
            List<Finding> findings)
            throws Failure {
        Map<String, List<Polygon>> byBuilding = new LinkedHashMap<>();
        int unusable = 0;
        for (VectorFeature surface : surfaces) {
            String building = String.valueOf(surface.attributes().get(BUILDING));
            if (wanted.test(building) && surface.geometry() instanceof Polygon polygon) {
                Geometry placed = from.transform(polygon, project);
                if (placed instanceof Polygon there
                        && SurfacePlane.of(List.of(there)).size() == 1) {
                    byBuilding.computeIfAbsent(building, k -> new ArrayList<>()).add(there);
                } else {
                    unusable++;
                }
            }
        }
        List<LayerFeature> planes = new ArrayList<>();
        for (Map.Entry<String, List<Polygon>> entry : byBuilding.entrySet()) {
            int number = 0;
            for (SurfacePlane plane : SurfacePlane.of(entry.getValue())) {
                number++;
                planes.add(feature(entry.getKey(), number, plane, project));
            }
        }
        if (unusable > 0) {
            findings.add(Finding.warning(
                    "PLANE_UNUSABLE", null, Message.of("app.import.planesUnusable", Formats.number(unusable))));
        }
        findings.add(new Finding(
                Finding.Severity.INFO,
                "PLANES",
                null,
                Double.NaN,
                Double.NaN,
                Message.of(
                        "app.import.planes", file, Formats.number(planes.size()), Formats.number(byBuilding.size()))));
        return planes;
    }

    private static LayerFeature feature(String building, int number, SurfacePlane plane, Crs project) throws Failure {
        TreeMap<String, String> values = facts(plane, project);
        values.put(BUILDING, building);
        return new LayerFeature(building + "-pan-" + number, null, plane.outline(), values);
    }

    /** Tilt, azimuth and area of one drawn plane by the heights of its corners; empty when it has none or they are not on one plane. */
    static Map<String, String> byHeights(Geometry drawn, Crs project) throws Failure {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < drawn.getNumGeometries(); i++) {
            if (drawn.getGeometryN(i) instanceof Polygon polygon) {
                polygons.add(polygon);
            }
        }
        boolean heights = Arrays.stream(drawn.getCoordinates()).noneMatch(c -> Double.isNaN(c.getZ()));
        if (!heights || polygons.size() != drawn.getNumGeometries() || polygons.isEmpty()) {
            return Map.of();
        }
        List<SurfacePlane> planes = SurfacePlane.of(polygons);
        return planes.size() == 1 ? facts(planes.getFirst(), project) : Map.of();
    }

    /** What the layer says of a plane; language-free numbers. */
    static TreeMap<String, String> facts(SurfacePlane plane, Crs project) throws Failure {
        Coordinate centre = plane.outline().getEnvelopeInternal().centre();
        double azimuth = (plane.gridAzimuthDeg() + project.convergenceDeg(centre.x, centre.y) + 360) % 360;
        TreeMap<String, String> values = new TreeMap<>();
        values.put(TILT, String.format(Locale.ROOT, "%.2f", plane.tiltDeg()));
        values.put(AZIMUTH, String.format(Locale.ROOT, "%.2f", azimuth));
        values.put(AREA, String.format(Locale.ROOT, "%.2f", plane.areaM2()));
        return values;
    }
}
