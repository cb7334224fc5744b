package fr.heliotoit.app;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.kernel.PointHorizon;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.SolarPosition;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * What a roof sees of the sky: the horizon of the project's surface model from the middle of the roof, and the ways of the sun above it.
 * Relief beyond the rays is not in it.
 *
 * @param elevationsDeg of the horizon at equal steps of true azimuth, clockwise from north, 0–90 [°]
 * @param reachM how far the rays go [m]
 * @param sun the day's course at the solstices and the equinox, highest first
 */
public record RoofHorizon(List<Double> elevationsDeg, double reachM, List<Course> sun) {
    /** Rays as long as those of the computation ({@code solar.SurfaceIrradiation}). */
    private static final int REACH = 512;

    private static final int AZIMUTHS = 120;

    /** Any year does for the sun's course. */
    private static final int YEAR = 2025;

    /** The sun at a moment of a day. */
    public record Sun(double azimuthDeg, double elevationDeg) {}

    /**
     * The sun of a day, every ten minutes while it is up.
     *
     * @param day month and day; the year does not count
     */
    public record Course(LocalDate day, List<Sun> positions) {
        public Course {
            positions = List.copyOf(positions);
        }
    }

    public RoofHorizon {
        elevationsDeg = List.copyOf(elevationsDeg);
        sun = List.copyOf(sun);
    }

    /**
     * The horizon of the plane that yields most, or of the footprint when no planes are known.
     *
     * @return empty when the project has no surface model, or it does not reach there
     * @throws Failure when the surface model cannot be read
     */
    public static Optional<RoofHorizon> of(ProjectFile project, BuildingRecord record) throws Failure {
        Geometry roof = record.planes().stream()
                .min(Comparator.comparingDouble((RoofPlane plane) -> fromBest(plane, record))
                        .thenComparing(
                                Comparator.comparingDouble(RoofPlane::areaM2).reversed()))
                .map(RoofPlane::outline)
                .orElse(record.building().footprint());
        return at(project, roof.getInteriorPoint().getCoordinate());
    }

    /** How far a plane faces from the way that yields most, in steps of five degrees: what is nearly the same is the same. */
    private static double fromBest(RoofPlane plane, BuildingRecord record) {
        if (!(record.outcome() instanceof SolarPotential best) || Double.isNaN(best.tiltDeg())) {
            return 0;
        }
        double turn = Double.isNaN(best.azimuthDeg())
                ? 0
                : Math.abs((plane.surfaceAzimuthDeg() - best.azimuthDeg() + 540) % 360 - 180);
        return Math.rint((Math.abs(plane.surfaceTiltDeg() - best.tiltDeg()) + turn) / 5);
    }

    /** The horizon of a place in the project's system, seen from the surface there. */
    public static Optional<RoofHorizon> at(ProjectFile project, Coordinate place) throws Failure {
        Resolved.Input input = Resolved.surface(project);
        if (input == null) {
            return Optional.empty();
        }
        try (RasterSource surface = RasterFiles.open(input.files(), input.crs())) {
            Crs crs = surface.crs().orElse(project.info().crs());
            Coordinate here = project.info().crs().transform(place.x, place.y, crs);
            GridGeometry grid = surface.grid();
            int column = (int) Math.floor((here.x - grid.west()) / grid.cellWidth());
            int row = (int) Math.floor((grid.north() - here.y) / grid.cellHeight());
            int halo = PointHorizon.halo(REACH);
            if (!grid.envelope().contains(here)
                    || Float.isNaN(surface.read(column, row, 1, 1).at(0, 0))) {
                return Optional.empty();
            }
            Raster window = surface.read(column - halo, row - halo, 2 * halo + 16, 2 * halo + 16);
            // The first ray goes to true north.
            double start = Math.toRadians(-crs.convergenceDeg(here.x, here.y));
            List<Double> elevations = new ArrayList<>();
            for (double tangent : PointHorizon.tangents(
                    window.values(), grid.cellWidth(), grid.cellHeight(), start, AZIMUTHS, REACH)) {
                elevations.add(Math.toDegrees(Math.atan(tangent)));
            }
            Coordinate lonLat = project.info().crs().transform(place.x, place.y, Crs.WGS84);
            return Optional.of(new RoofHorizon(
                    elevations,
                    REACH * Math.min(grid.cellWidth(), grid.cellHeight()),
                    courses(new Place(lonLat.y, lonLat.x, 0))));
        }
    }

    /** Share of the time that the sun of a course is up in which it stands above the horizon, 0–1; 1 when it never rises. */
    public double seen(Course course) {
        long above = course.positions().stream()
                .filter(s -> s.elevationDeg() > elevationDeg(s.azimuthDeg()))
                .count();
        return course.positions().isEmpty()
                ? 1
                : (double) above / course.positions().size();
    }

    /** Elevation of the horizon at a true azimuth, a straight line between its steps [°]. */
    public double elevationDeg(double azimuthDeg) {
        int count = elevationsDeg.size();
        double position = ((azimuthDeg % 360 + 360) % 360) / 360 * count;
        int before = (int) position % count;
        double share = position - Math.floor(position);
        return elevationsDeg.get(before) * (1 - share) + elevationsDeg.get((before + 1) % count) * share;
    }

    private static List<Course> courses(Place place) {
        return List.of(
                course(place, LocalDate.of(YEAR, 6, 21)),
                course(place, LocalDate.of(YEAR, 3, 20)),
                course(place, LocalDate.of(YEAR, 12, 21)));
    }

    private static Course course(Place place, LocalDate day) {
        // From the sun's midnight, so that a day is one arc wherever the place is.
        double midnight = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC) - place.longitudeDeg() * 240;
        List<Sun> positions = new ArrayList<>();
        for (int minute = 0; minute < 24 * 60; minute += 10) {
            SolarPosition sun = SolarPosition.at(midnight + minute * 60, place);
            if (sun.apparentZenithDeg() < 90) {
                positions.add(new Sun(sun.azimuthDeg(), 90 - sun.apparentZenithDeg()));
            }
        }
        return new Course(day, positions);
    }
}
