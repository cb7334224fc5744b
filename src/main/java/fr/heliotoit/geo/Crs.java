package fr.heliotoit.geo;

import fr.heliotoit.text.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.ReferenceIdentifier;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import si.uom.SI;

/**
 * A coordinate reference system by its authority code; the one door to GeoTools' referencing outside {@code io}. Coordinates are always
 * x (east, longitude) first.
 *
 * @param code for example {@code EPSG:2154}
 */
public record Crs(String code) {
    public static final Crs LAMBERT_93 = new Crs("EPSG:2154");
    public static final Crs WGS84 = new Crs("EPSG:4326");

    private static final Pattern BARE = Pattern.compile("\\d{4,6}");

    /** Longitude and latitude for systems of longitude, latitude and height: WGS 84, ETRS89, RGF93 v1. */
    private static final Map<String, String> FLAT_TWINS =
            Map.of("EPSG:4979", "EPSG:4326", "EPSG:4937", "EPSG:4258", "EPSG:4965", "EPSG:4171");

    private static final ConcurrentMap<String, CoordinateReferenceSystem> SYSTEMS = new ConcurrentHashMap<>();
    private static final ConcurrentMap<String, MathTransform> TRANSFORMS = new ConcurrentHashMap<>();

    /**
     * @param code with its authority, or the bare number of an EPSG system; of a system with heights the horizontal part is taken
     * @throws Failure when the code is not known
     */
    public static Crs of(String code) throws Failure {
        String text = code.strip().toUpperCase(java.util.Locale.ROOT);
        Crs crs = new Crs(BARE.matcher(text).matches() ? "EPSG:" + text : text);
        // The EPSG base takes more than a second to wake: not for the systems that are surely in it.
        if (!crs.equals(LAMBERT_93) && !crs.equals(WGS84)) {
            return crs.horizontal();
        }
        return crs;
    }

    private Crs horizontal() throws Failure {
        CoordinateReferenceSystem system = system();
        if (system.getCoordinateSystem().getDimension() == 2) {
            return this;
        }
        CoordinateReferenceSystem flat = CRS.getHorizontalCRS(system);
        if (flat != null && flat.getCoordinateSystem().getDimension() == 2) {
            for (ReferenceIdentifier id : flat.getIdentifiers()) {
                Crs crs = new Crs("EPSG:" + id.getCode());
                crs.system();
                return crs;
            }
        }
        String twin = FLAT_TWINS.get(code);
        if (twin == null) {
            throw Failure.of("geo.crs.unknown", code);
        }
        return new Crs(twin);
    }

    /** The system that a WKT text (the content of a {@code .prj} file) describes; empty when it is none with a known code. */
    public static Optional<Crs> fromWkt(String wkt) {
        return CrsLookup.fromWkt(wkt);
    }

    /** Whether coordinates are lengths (not degrees). */
    public boolean projected() throws Failure {
        return equals(LAMBERT_93) || system() instanceof ProjectedCRS;
    }

    /** Whether coordinates are metres east and north, so that areas and distances can be computed from them. */
    public boolean inMetres() throws Failure {
        return equals(LAMBERT_93)
                || system() instanceof ProjectedCRS projected
                        && SI.METRE.equals(
                                projected.getCoordinateSystem().getAxis(0).getUnit());
    }

    /** The geometry in another system. */
    public Geometry transform(Geometry geometry, Crs target) throws Failure {
        if (equals(target)) {
            return geometry;
        }
        try {
            return JTS.transform(geometry, transformTo(target));
        } catch (TransformException e) {
            throw new Failure(fr.heliotoit.text.Message.of("geo.crs.transform", code, target.code), e);
        }
    }

    /** One point in another system. */
    public Coordinate transform(double x, double y, Crs target) throws Failure {
        if (equals(target)) {
            return new Coordinate(x, y);
        }
        try {
            return JTS.transform(new Coordinate(x, y), new Coordinate(), transformTo(target));
        } catch (TransformException e) {
            throw new Failure(fr.heliotoit.text.Message.of("geo.crs.transform", code, target.code), e);
        }
    }

    /**
     * Meridian convergence: azimuth of grid north seen from true north, clockwise positive [degrees]. True azimuth = grid azimuth +
     * convergence.
     */
    public double convergenceDeg(double x, double y) throws Failure {
        Coordinate here = transform(x, y, WGS84);
        Coordinate north = transform(x, y + 100, WGS84);
        double dLon = Math.toRadians(north.x - here.x) * Math.cos(Math.toRadians(here.y));
        double dLat = Math.toRadians(north.y - here.y);
        return Math.toDegrees(Math.atan2(dLon, dLat));
    }

    /**
     * Refuses a system whose unit is not about a metre on the ground here: Web Mercator (areas twice too large in France), feet.
     *
     * @throws Failure when a hundred units east or north differ from a hundred metres by more than 1 %
     */
    public void requireTrueScale(double x, double y) throws Failure {
        if (equals(LAMBERT_93) && y > 6_000_000 && y < 7_200_000) {
            return; // within 0.3 % all over France
        }
        Coordinate here = transform(x, y, WGS84);
        for (Coordinate step : List.of(transform(x + 100, y, WGS84), transform(x, y + 100, WGS84))) {
            // Radii of curvature of the WGS84 ellipsoid in the meridian and across it.
            double sin = Math.sin(Math.toRadians(here.y));
            double across = 6_378_137 / Math.sqrt(1 - 0.00669438 * sin * sin);
            double along = across * (1 - 0.00669438) / (1 - 0.00669438 * sin * sin);
            double metres = Math.hypot(
                    Math.toRadians(step.x - here.x) * across * Math.cos(Math.toRadians(here.y)),
                    Math.toRadians(step.y - here.y) * along);
            if (!(Math.abs(metres / 100 - 1) < 0.01)) {
                throw Failure.of("geo.crs.scale", code);
            }
        }
    }

    /** Well-known text of version 1, on one line, as GeoPackage and .prj files hold it. */
    public String wkt() throws Failure {
        return system().toWKT().replaceAll("\\s*\n\\s*", "");
    }

    CoordinateReferenceSystem system() throws Failure {
        CoordinateReferenceSystem known = SYSTEMS.get(code);
        if (known != null) {
            return known;
        }
        try {
            CoordinateReferenceSystem system = CRS.decode(code, true);
            SYSTEMS.put(code, system);
            return system;
        } catch (FactoryException e) {
            throw new Failure(fr.heliotoit.text.Message.of("geo.crs.unknown", code), e);
        }
    }

    private MathTransform transformTo(Crs target) throws Failure {
        String key = code + ">" + target.code;
        MathTransform known = TRANSFORMS.get(key);
        if (known != null) {
            return known;
        }
        try {
            MathTransform transform = CRS.findMathTransform(system(), target.system(), true);
            TRANSFORMS.put(key, transform);
            return transform;
        } catch (FactoryException e) {
            throw new Failure(fr.heliotoit.text.Message.of("geo.crs.transform", code, target.code), e);
        }
    }
}
