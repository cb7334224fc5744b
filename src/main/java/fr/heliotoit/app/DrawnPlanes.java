package fr.heliotoit.app;

import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.io.VectorFeature;
import fr.heliotoit.io.VectorSource;
import fr.heliotoit.roof.RoofFit;
import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Roof planes that somebody else has drawn, by building: those that name it, else those whose middle lies in its footprint. A plane needs
 * polygons, a tilt and an azimuth, under one of their usual names.
 */
final class DrawnPlanes {
    /** Names of the tilt, lower case. */
    static final List<String> TILT = List.of("inclinaison", "tilt", "pente", "slope", "surface_tilt");

    private static final List<String> AZIMUTH =
            List.of("orientation", "azimuth", "azimut", "aspect", "surface_azimuth");
    private static final List<String> BUILDING = List.of("batiment", "building", "id_batiment", "parent");

    /** Below that the direction of a plane does not matter [°]. */
    private static final double LEVEL_DEG = 3;

    private record Plane(RoofFit.Drawn drawn, @Nullable String building, Coordinate middle) {}

    private final STRtree index = new STRtree();
    private int unusable;

    /**
     * @param from system of the features
     * @param to the surface model's system
     * @param convergenceDeg true azimuth of the surface model's grid north [°]
     */
    static DrawnPlanes of(List<LayerFeature> features, Crs from, Crs to, double convergenceDeg) throws Failure {
        DrawnPlanes planes = new DrawnPlanes();
        for (LayerFeature feature : features) {
            planes.add(feature, from, to, convergenceDeg);
        }
        planes.index.build();
        return planes;
    }

    /** A layer of planes as features, in the file's own system. */
    static List<LayerFeature> read(VectorSource source) throws Failure {
        List<LayerFeature> features = new ArrayList<>();
        for (VectorFeature f = source.next(); f != null; f = source.next()) {
            SortedMap<String, String> values = new TreeMap<>();
            f.attributes().forEach((name, value) -> {
                if (value != null) {
                    values.put(name, value.toString());
                }
            });
            features.add(new LayerFeature(Long.toString(f.number()), null, f.geometry(), values));
        }
        return features;
    }

    private void add(LayerFeature feature, Crs from, Crs to, double convergenceDeg) throws Failure {
        Geometry outline = feature.geometry();
        Double tilt = number(feature.values(), TILT);
        Double azimuth = number(feature.values(), AZIMUTH);
        boolean level = tilt != null && tilt < LEVEL_DEG;
        if (outline == null
                || !(outline.getArea() > 0)
                || tilt == null
                || !(tilt >= 0 && tilt < 90)
                || azimuth == null && !level) {
            unusable++;
            return;
        }
        Geometry there = from.transform(outline, to);
        double grid = ((azimuth == null ? 180 : azimuth) - convergenceDeg) % 360;
        Plane plane = new Plane(
                new RoofFit.Drawn(there, tilt, grid < 0 ? grid + 360 : grid),
                text(feature.values(), BUILDING),
                there.getInteriorPoint().getCoordinate());
        index.insert(there.getEnvelopeInternal(), plane);
    }

    /** Features that cannot be used: no polygons, no tilt or no azimuth. */
    int unusable() {
        return unusable;
    }

    int usable() {
        return index.size();
    }

    /**
     * The planes of a building, in the order of the file's boxes; mostly none.
     *
     * @param footprint in the surface model's system
     */
    List<RoofFit.Drawn> of(String buildingId, Geometry footprint) {
        if (index.isEmpty()) {
            return List.of();
        }
        List<RoofFit.Drawn> own = new ArrayList<>();
        for (Object found : index.query(footprint.getEnvelopeInternal())) {
            Plane plane = (Plane) found;
            boolean named = buildingId.equals(plane.building);
            if (named || SimplePointInAreaLocator.locate(plane.middle, footprint) != Location.EXTERIOR) {
                own.add(plane.drawn);
            }
        }
        return own;
    }

    private static @Nullable String text(Map<String, String> values, List<String> names) {
        for (String name : names) {
            for (Map.Entry<String, String> value : values.entrySet()) {
                if (value.getKey().toLowerCase(Locale.ROOT).equals(name)) {
                    return value.getValue();
                }
            }
        }
        return null;
    }

    private static @Nullable Double number(Map<String, String> values, List<String> names) {
        String text = text(values, names);
        if (text == null) {
            return null;
        }
        try {
            double number = Double.parseDouble(text.strip().replace(',', '.'));
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException e) {
            return null; // counted as unusable
        }
    }
}
