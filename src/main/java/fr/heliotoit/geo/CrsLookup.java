package fr.heliotoit.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.crs.SingleCRS;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;

/**
 * Finds the code of a system described by a well-known text: by the code it carries, else by trying the systems in use in France and
 * around, which must give the same longitudes and latitudes to 1 mm. GeoTools' own search goes through the whole EPSG base: 18 s for one
 * file, and it fails on projections whose library is not shipped.
 */
final class CrsLookup {
    /** The code of the whole system stands last, before the closing bracket. */
    private static final Pattern ROOT_CODE = Pattern.compile(
            "(?:AUTHORITY|ID)\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?(\\d{4,6})\"?\\s*]\\s*]\\s*$", Pattern.CASE_INSENSITIVE);

    private static final double TOLERANCE_DEG = 1e-8;
    private static final List<Integer> GEOGRAPHIC = List.of(4326, 4171, 4258, 4275, 4807, 4230);
    private static final List<Integer> PROJECTED = projectedCodes();
    private static final ConcurrentMap<String, Optional<Crs>> KNOWN = new ConcurrentHashMap<>();

    private CrsLookup() {}

    static Optional<Crs> fromWkt(String wkt) {
        return wkt.length() > 100_000 ? Optional.empty() : KNOWN.computeIfAbsent(wkt, CrsLookup::find);
    }

    private static Optional<Crs> find(String wkt) {
        Matcher code = ROOT_CODE.matcher(wkt);
        if (code.find()) {
            int number = Integer.parseInt(code.group(1));
            if (FrenchConics.known(number) || decode(number).isPresent()) {
                return Optional.of(new Crs("EPSG:" + number));
            }
        }
        Optional<Crs> french = FrenchConics.fromWkt(wkt);
        if (french.isPresent()) {
            return french;
        }
        try {
            CoordinateReferenceSystem described = CRS.getHorizontalCRS(CRS.parseWKT(wkt));
            return switch (described) {
                case GeographicCRS geographic -> first(GEOGRAPHIC, geographic);
                case ProjectedCRS projected -> first(PROJECTED, projected);
                case null -> Optional.empty();
                default -> Optional.empty();
            };
        } catch (FactoryException | RuntimeException e) {
            return Optional.empty(); // No well-known text that can be understood: the user is asked for a code.
        }
    }

    /** The first system that is the same, one with a datum of the same name before others. */
    private static Optional<Crs> first(List<Integer> codes, SingleCRS described) {
        Optional<Crs> same = Optional.empty();
        for (int code : codes) {
            CoordinateReferenceSystem candidate = decode(code).orElse(null);
            if (candidate instanceof SingleCRS single && same(single, described)) {
                Optional<Crs> found = Optional.of(new Crs("EPSG:" + code));
                if (family(single).equals(family(described))) {
                    return found;
                }
                same = same.isPresent() ? same : found;
            }
        }
        return same;
    }

    private static boolean same(SingleCRS candidate, SingleCRS described) {
        if (candidate instanceof GeographicCRS && described instanceof GeographicCRS) {
            return sameEllipsoid(candidate, described) && family(candidate).equals(family(described));
        }
        if (!(candidate instanceof ProjectedCRS a && described instanceof ProjectedCRS b)
                || !sameEllipsoid(candidate, described)) {
            return false;
        }
        try {
            GeographicBoundingBox box = CRS.getGeographicBoundingBox(a);
            if (box == null) {
                return false;
            }
            for (double t : new double[] {0.3, 0.5, 0.9}) {
                double[] base = {
                    box.getWestBoundLongitude() * (1 - t) + box.getEastBoundLongitude() * t - greenwich(a),
                    box.getSouthBoundLatitude() * (1 - t) + box.getNorthBoundLatitude() * t
                };
                double unit = degrees(a);
                double[] xy = {base[0] / unit, base[1] / unit};
                a.getConversionFromBase().getMathTransform().transform(xy, 0, xy, 0, 1);
                double[] back = new double[2];
                b.getConversionFromBase().getMathTransform().inverse().transform(xy, 0, back, 0, 1);
                if (!(Math.abs(back[0] * degrees(b) + greenwich(b) - base[0] - greenwich(a)) < TOLERANCE_DEG
                        && Math.abs(back[1] * degrees(b) - base[1]) < TOLERANCE_DEG)) {
                    return false;
                }
            }
            return true;
        } catch (TransformException e) {
            return false;
        }
    }

    private static boolean sameEllipsoid(SingleCRS a, SingleCRS b) {
        return a.getDatum() instanceof GeodeticDatum first
                && b.getDatum() instanceof GeodeticDatum second
                && Math.abs(first.getEllipsoid().getSemiMajorAxis()
                                - second.getEllipsoid().getSemiMajorAxis())
                        < 0.01
                && Math.abs(first.getEllipsoid().getSemiMinorAxis()
                                - second.getEllipsoid().getSemiMinorAxis())
                        < 0.01;
    }

    private static double greenwich(SingleCRS crs) {
        return crs.getDatum() instanceof GeodeticDatum datum
                ? datum.getPrimeMeridian()
                        .getAngularUnit()
                        .getConverterTo(org.geotools.measure.Units.DEGREE_ANGLE)
                        .convert(datum.getPrimeMeridian().getGreenwichLongitude())
                : 0;
    }

    /** Degrees in one unit of the axes of the geographic base. */
    private static double degrees(ProjectedCRS crs) {
        return crs.getBaseCRS()
                .getCoordinateSystem()
                .getAxis(0)
                .getUnit()
                .asType(javax.measure.quantity.Angle.class)
                .getConverterTo(org.geotools.measure.Units.DEGREE_ANGLE)
                .convert(1.0);
    }

    /** What tells datums on one ellipsoid apart, whoever wrote the name. */
    private static String family(SingleCRS crs) {
        String name = crs.getDatum().getName().getCode().toUpperCase(Locale.ROOT);
        if (name.contains("WGS") || name.contains("WORLD GEODETIC")) {
            return "WGS84";
        }
        if (name.contains("RGF") || name.contains("RESEAU") && name.contains("1993")) {
            return "RGF93";
        }
        if (name.contains("ETRS") || name.contains("EUROPEAN TERRESTRIAL")) {
            return "ETRS89";
        }
        return name.contains("NTF") || name.contains("TRIANGULATION") && name.contains("FRAN")
                ? "NTF"
                : name.replaceAll("[^A-Z0-9]|^D_", "");
    }

    private static Optional<CoordinateReferenceSystem> decode(int code) {
        try {
            return Optional.of(CRS.decode("EPSG:" + code, true));
        } catch (FactoryException e) {
            return Optional.empty();
        }
    }

    private static List<Integer> projectedCodes() {
        List<Integer> codes = new ArrayList<>();
        codes.add(2154);
        for (int zone = 3942; zone <= 3950; zone++) {
            codes.add(zone); // conformal conics of France, CC42–CC50
        }
        codes.addAll(List.of(27572, 27571, 27573, 27574, 27561, 27562, 27563, 27564)); // NTF Lambert
        codes.addAll(List.of(5490, 2972, 2975, 4471, 4467)); // overseas
        codes.add(3857);
        for (int zone = 28; zone <= 38; zone++) {
            codes.add(25800 + zone); // ETRS89 / UTM
            codes.add(32600 + zone); // WGS 84 / UTM
        }
        codes.addAll(List.of(32620, 32622, 32740, 32738, 3035, 3812, 31370, 28992, 2056, 27700));
        for (int zone = 3006; zone <= 3018; zone++) {
            codes.add(zone); // SWEREF99
        }
        return List.copyOf(codes);
    }
}
