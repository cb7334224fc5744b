package fr.heliotoit.app;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.geo.Sight;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.rules.DataPack;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Which roofs are seen together with which monuments, both ways: from the monument to the roof and back (a line of sight has no direction),
 * and from places within 500 m around from which a passer-by sees both. Trees of the surface model hide as they stood when it was flown.
 */
final class Covisibilities {
    /** Cells are taken together until they are about this large: what a passer-by could look past [m]. */
    private static final double CELL_M = 2;

    /** How far around the lowest ground is looked for, and how much higher is a roof [m]. */
    private static final double NEIGHBOUR_M = 12;

    private static final double WALL_M = 2.5;

    /** Places to look from, per monument: enough for one per cent. */
    private static final int MOST_VIEWS = 2000;

    private final Crs projectCrs;
    private final Crs surfaceCrs;
    private final List<Around> monuments;
    private final double radiusM;

    /** A monument with the surface around it: its top, and the places that see it. */
    private record Around(Geometry outline, Sight sight, List<Coordinate> tops, List<Coordinate> views) {}

    private Covisibilities(Crs projectCrs, Crs surfaceCrs, List<Around> monuments, double radiusM) {
        this.projectCrs = projectCrs;
        this.surfaceCrs = surfaceCrs;
        this.monuments = monuments;
        this.radiusM = radiusM;
    }

    /**
     * What is seen of a roof.
     *
     * @param known whether the surface model reaches monument and roof
     * @param share of the places that see the monument from which the roof is seen too, greatest over the monuments
     */
    record Seen(boolean known, boolean fromMonument, double share) {
        static final Seen UNKNOWN = new Seen(false, false, Double.NaN);

        HeritageRegister.Covisibility covisibility(double least) {
            if (!known) {
                return HeritageRegister.Covisibility.UNKNOWN;
            }
            return fromMonument || share >= least
                    ? HeritageRegister.Covisibility.PRESUMED
                    : HeritageRegister.Covisibility.NOT_PRESUMED;
        }
    }

    static Covisibilities of(ProjectFile project, List<LayerFeature> monuments, DataPack pack, Progress progress)
            throws Failure {
        double radius = pack.value("radius");
        Resolved.Input input = Objects.requireNonNull(Resolved.surface(project));
        try (RasterSource surface = RasterFiles.open(input.files(), input.crs())) {
            Crs crs = surface.crs()
                    .orElseThrow(
                            () -> Failure.of("app.compute.crs", input.file().getFileName()));
            List<Around> all = new ArrayList<>();
            for (int i = 0; i < monuments.size(); i++) {
                progress.check();
                progress.at("app.stage.heritage", i, monuments.size());
                Geometry outline = project.info()
                        .crs()
                        .transform(Objects.requireNonNull(monuments.get(i).geometry()), crs);
                Envelope reach = outline.getEnvelopeInternal();
                reach.expandBy(radius);
                if (reach.intersects(surface.grid().envelope())) {
                    all.add(around(outline, reach, surface, pack));
                }
            }
            return new Covisibilities(project.info().crs(), crs, all, radius);
        }
    }

    private static Around around(Geometry outline, Envelope reach, RasterSource surface, DataPack pack) throws Failure {
        GridGeometry grid = surface.grid();
        int column = (int) Math.floor((reach.getMinX() - grid.west()) / grid.cellWidth());
        int row = (int) Math.floor((grid.north() - reach.getMaxY()) / grid.cellHeight());
        Raster fine = surface.read(column, row, (int) Math.ceil(reach.getWidth() / grid.cellWidth()), (int)
                Math.ceil(reach.getHeight() / grid.cellHeight()));
        Sight sight = new Sight(Sight.coarser(fine, Math.max(1, (int) Math.round(CELL_M / grid.cellWidth()))));
        List<Coordinate> tops = points(outline, sight, 0.5);
        List<Coordinate> views = new ArrayList<>();
        double step = Math.max(pack.value("viewStep"), Math.sqrt(reach.getWidth() * reach.getHeight() / MOST_VIEWS));
        double eye = pack.value("eyeHeight");
        for (double x = reach.getMinX() + step / 2; x < reach.getMaxX(); x += step) {
            for (double y = reach.getMinY() + step / 2; y < reach.getMaxY(); y += step) {
                double ground = sight.height(x, y);
                if (Double.isNaN(ground) || !walkable(sight, x, y, ground)) {
                    continue;
                }
                Coordinate view = new Coordinate(x, y, ground + eye);
                if (tops.stream().anyMatch(top -> sees(sight, view, top))) {
                    views.add(view);
                }
            }
        }
        return new Around(outline, sight, tops, views);
    }

    /** Nobody walks on roofs and crowns: places well above the lowest ground around are left out. */
    private static boolean walkable(Sight sight, double x, double y, double ground) {
        double lowest = ground;
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                double other = sight.height(x + dx * NEIGHBOUR_M, y + dy * NEIGHBOUR_M);
                lowest = Double.isNaN(other) ? lowest : Math.min(lowest, other);
            }
        }
        return ground - lowest < WALL_M;
    }

    private static boolean sees(Sight sight, Coordinate a, Coordinate b) {
        return sight.clear(a.x, a.y, a.z, b.x, b.y, b.z);
    }

    /** Middle and corners of an outline, a little inside, at the height of the surface there. */
    private static List<Coordinate> points(Geometry outline, Sight sight, double aboveM) {
        List<Coordinate> points = new ArrayList<>();
        Coordinate middle = outline.getInteriorPoint().getCoordinate();
        add(points, middle.x, middle.y, sight, aboveM);
        Coordinate[] corners = outline.getCoordinates();
        for (int i = 0; i < corners.length; i += Math.max(1, corners.length / 4)) {
            add(
                    points,
                    corners[i].x + 0.2 * (middle.x - corners[i].x),
                    corners[i].y + 0.2 * (middle.y - corners[i].y),
                    sight,
                    aboveM);
        }
        return points;
    }

    private static void add(List<Coordinate> points, double x, double y, Sight sight, double aboveM) {
        double height = sight.height(x, y);
        if (!Double.isNaN(height)) {
            points.add(new Coordinate(x, y, height + aboveM));
        }
    }

    /** Of a building near one of the monuments. */
    Seen of(BuildingRecord record) throws Failure {
        Geometry footprint = projectCrs.transform(record.building().footprint(), surfaceCrs);
        Seen worst = Seen.UNKNOWN;
        for (Around monument : monuments) {
            if (monument.outline.distance(footprint) > radiusM) {
                continue;
            }
            List<Coordinate> roof = points(footprint, monument.sight, 0.3);
            if (roof.isEmpty() || monument.tops.isEmpty()) {
                continue;
            }
            boolean direct = monument.outline.intersects(footprint)
                    || monument.tops.stream()
                            .anyMatch(top -> roof.stream().anyMatch(r -> sees(monument.sight, top, r)));
            long together = monument.views.stream()
                    .filter(view -> roof.stream().anyMatch(r -> sees(monument.sight, view, r)))
                    .count();
            double share = monument.views.isEmpty() ? 0 : (double) together / monument.views.size();
            worst = worst.known
                    ? new Seen(true, worst.fromMonument || direct, Math.max(worst.share, share))
                    : new Seen(true, direct, share);
        }
        return worst;
    }
}
