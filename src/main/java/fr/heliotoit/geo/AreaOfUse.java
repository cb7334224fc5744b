package fr.heliotoit.geo;

import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.referencing.CRS;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Where on Earth a system may be used, to tell coordinates that cannot be in it. */
public final class AreaOfUse {
    /** Data go a little beyond the box that EPSG gives. */
    private static final double MARGIN_DEG = 1;

    /** Systems in use in France, the likeliest first. */
    private static final List<Integer> IN_FRANCE = List.of(
            2154, 3942, 3943, 3944, 3945, 3946, 3947, 3948, 3949, 3950, 27572, 4326, 3857, 32630, 32631, 32632, 5490,
            2972, 2975, 4471);

    /** Lies wholly in the area of Lambert-93: most files of a commune are answered without waking the EPSG base, which takes a second. */
    private static final Envelope SURELY_LAMBERT_93 = new Envelope(100_000, 1_250_000, 6_050_000, 7_130_000);

    private final Crs crs;
    /** Null until it is asked for. */
    private @Nullable Envelope degrees;

    private AreaOfUse(Crs crs) {
        this.crs = crs;
    }

    /** @throws Failure when the system is not known */
    public static AreaOfUse of(Crs crs) throws Failure {
        AreaOfUse area = new AreaOfUse(crs);
        if (!crs.equals(Crs.LAMBERT_93)) {
            area.degrees();
        }
        return area;
    }

    private synchronized Envelope degrees() throws Failure {
        if (degrees == null) {
            degrees = degrees(crs);
        }
        return degrees;
    }

    private static Envelope degrees(Crs crs) throws Failure {
        GeographicBoundingBox box = CRS.getGeographicBoundingBox(crs.system());
        Envelope degrees = box == null
                ? new Envelope(-180, 180, -90, 90)
                : new Envelope(
                        box.getWestBoundLongitude(),
                        box.getEastBoundLongitude(),
                        box.getSouthBoundLatitude(),
                        box.getNorthBoundLatitude());
        degrees.expandBy(MARGIN_DEG);
        return degrees;
    }

    /** Answers whether points of one file are plausible, quickly for points that are near one that is. */
    public static final class Check {
        /** Far less than {@link #MARGIN_DEG}, by which the areas are too large anyway. */
        private static final double CELL_DEG = 0.05;

        private static final double CELL_M = 5000;

        private final AreaOfUse area;
        private final AreaOfUse other;
        private final double cell;
        private final Set<Long> known = new HashSet<>();

        private Check(AreaOfUse area, AreaOfUse other) throws Failure {
            this.area = area;
            this.other = other;
            cell = area.crs.inMetres() ? CELL_M : CELL_DEG;
        }

        public boolean plausible(double x, double y) {
            if (!(Math.abs(x) < 1e9 && Math.abs(y) < 1e9)) {
                return area.plausible(x, y, other);
            }
            long column = (long) Math.floor(x / cell);
            long row = (long) Math.floor(y / cell);
            Long key = (column << 32) ^ (row & 0xFFFFFFFFL);
            if (known.contains(key)) {
                return true;
            }
            boolean plausible = area.plausible(x, y, other);
            if (plausible) {
                known.add(key);
            }
            return plausible;
        }
    }

    /** For many points of one file. */
    public Check against(AreaOfUse other) throws Failure {
        return new Check(this, other);
    }

    /** Whether a point in this system can lie in the area of both systems. */
    public boolean plausible(double x, double y, AreaOfUse other) {
        if (crs.equals(Crs.LAMBERT_93) && other.crs.equals(crs) && SURELY_LAMBERT_93.contains(x, y)) {
            return true;
        }
        try {
            if (crs.equals(Crs.WGS84) && !(Math.abs(x) <= 180 && Math.abs(y) <= 90)) {
                return false;
            }
            Coordinate place = crs.transform(x, y, Crs.WGS84);
            return degrees().contains(place) && other.degrees().contains(place);
        } catch (Failure e) {
            return false; // The projection does not reach there.
        }
    }

    /**
     * The systems in which a point would lie in the area of the project's system, likeliest first: what to propose when a file does not
     * name its system.
     */
    public static List<Crs> candidates(double x, double y, Crs project) throws Failure {
        List<Crs> tried = new ArrayList<>();
        tried.add(project);
        for (int code : IN_FRANCE) {
            Crs crs = Crs.of("EPSG:" + code);
            if (!crs.equals(project)) {
                tried.add(crs);
            }
        }
        AreaOfUse target = of(project);
        List<Crs> found = new ArrayList<>();
        for (Crs crs : tried) {
            if (of(crs).plausible(x, y, target)) {
                found.add(crs);
            }
        }
        return found;
    }
}
