package fr.heliotoit.app.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.roof.RoofFit;
import fr.heliotoit.roof.RoofPlaneFinder;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Roofs of city models (CityJSON, roof surfaces) seen through a surface model, to find their planes again. */
public final class CityModels {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Room around a building [m]. */
    private static final double ROOM_M = 4;

    /** Ground lies that far below the lowest point of a roof [m]. */
    private static final double GROUND_M = 3;

    /** Steeper surfaces of a roof are cheeks of dormers and gables, nearly invisible from above [°]. */
    private static final double STEEPEST_DEG = 80;

    /**
     * A roof surface.
     *
     * @param outline from above
     * @param east slope towards east [m/m]
     * @param north slope towards north [m/m]
     * @param height at (0, 0) of the file's numbers less the first vertex [m]
     */
    record Surface(Polygon outline, double east, double north, double height) {
        double z(double x, double y) {
            return height + east * x + north * y;
        }

        double stretch() {
            return Math.sqrt(1 + east * east + north * north);
        }
    }

    /**
     * How much of the roofs was found again.
     *
     * @param buildings with a roof
     * @param surfaces of these roofs that are seen from above
     * @param areaM2 true area of what is seen of them from above
     * @param foundM2 of it, in a plane within 5° of the model's
     * @param planes found
     */
    public record Found(int buildings, int surfaces, double areaM2, double foundM2, int planes) {
        public double share() {
            return foundM2 / areaM2;
        }
    }

    private CityModels() {}

    /**
     * @param cell of the surface model [m]
     * @param noise standard deviation of its heights [m]
     * @param withinDeg angle between the normals of the plane found and that of the model [°]
     */
    public static Found run(Path cityJson, double cell, double noise, double withinDeg) throws Failure {
        return run(cityJson, cell, noise, withinDeg, (fit, grid, footprint) -> {});
    }

    /** Somebody who wants to see each roof. */
    interface Watcher {
        void saw(RoofFit fit, GridGeometry grid, Geometry footprint);
    }

    static Found run(Path cityJson, double cell, double noise, double withinDeg, Watcher watcher) throws Failure {
        int surfaces = 0;
        int planes = 0;
        int buildings = 0;
        double area = 0;
        double found = 0;
        SplittableRandom random = new SplittableRandom(11);
        for (List<Surface> roof : roofs(cityJson)) {
            GridGeometry grid = grid(roof, cell);
            int[] seen = new int[grid.columns() * grid.rows()];
            Raster model = model(roof, grid, noise, random, seen);
            Geometry footprint = footprint(roof);
            RoofFit fit = RoofPlaneFinder.find(model, footprint);
            watcher.saw(fit, grid, footprint);
            buildings++;
            surfaces += roof.size();
            planes += fit.pieces().size();
            List<IndexedPointInAreaLocator> outlines = fit.pieces().stream()
                    .map(p -> new IndexedPointInAreaLocator(p.outline()))
                    .toList();
            for (int i = 0; i < seen.length; i++) {
                if (seen[i] < 0) {
                    continue;
                }
                Surface surface = roof.get(seen[i]);
                double cellArea = grid.cellArea() * surface.stretch();
                area += cellArea;
                Coordinate centre = new Coordinate(grid.x(i % grid.columns()), grid.y(i / grid.columns()));
                for (int p = 0; p < outlines.size(); p++) {
                    if (outlines.get(p).locate(centre) != Location.EXTERIOR) {
                        found += angleDeg(surface, fit.pieces().get(p)) <= withinDeg ? cellArea : 0;
                        break;
                    }
                }
            }
        }
        return new Found(buildings, surfaces, area, found, planes);
    }

    private static double angleDeg(Surface surface, RoofFit.Piece piece) {
        double tilt = Math.toRadians(piece.tiltDeg());
        double azimuth = Math.toRadians(piece.azimuthDeg());
        double dot = (-surface.east * Math.sin(tilt) * Math.sin(azimuth)
                        - surface.north * Math.sin(tilt) * Math.cos(azimuth)
                        + Math.cos(tilt))
                / surface.stretch();
        return Math.toDegrees(Math.acos(Math.min(1, dot)));
    }

    private static GridGeometry grid(List<Surface> roof, double cell) {
        Envelope reach = new Envelope();
        roof.forEach(s -> reach.expandToInclude(s.outline.getEnvelopeInternal()));
        reach.expandBy(ROOM_M);
        double west = Math.floor(reach.getMinX() / cell) * cell;
        double north = Math.ceil(reach.getMaxY() / cell) * cell;
        return new GridGeometry(
                (int) Math.ceil((reach.getMaxX() - west) / cell),
                (int) Math.ceil((north - reach.getMinY()) / cell),
                west,
                north,
                cell,
                cell);
    }

    private static Geometry footprint(List<Surface> roof) {
        List<Geometry> parts = new ArrayList<>();
        for (Surface surface : roof) {
            parts.add(GeometryFixer.fix(surface.outline));
        }
        return OverlayNGRobust.union(FACTORY.createGeometryCollection(parts.toArray(Geometry[]::new)));
    }

    /** @param seen receives per cell the surface that is highest there, −1 for the ground */
    private static Raster model(
            List<Surface> roof, GridGeometry grid, double noise, SplittableRandom random, int[] seen) {
        List<IndexedPointInAreaLocator> outlines =
                roof.stream().map(s -> new IndexedPointInAreaLocator(s.outline)).toList();
        double lowest = Double.POSITIVE_INFINITY;
        for (Surface surface : roof) {
            for (Coordinate c : surface.outline.getCoordinates()) {
                lowest = Math.min(lowest, surface.z(c.x, c.y));
            }
        }
        float[] values = new float[seen.length];
        for (int i = 0; i < seen.length; i++) {
            Coordinate centre = new Coordinate(grid.x(i % grid.columns()), grid.y(i / grid.columns()));
            double z = lowest - GROUND_M;
            seen[i] = -1;
            for (int s = 0; s < roof.size(); s++) {
                double height = roof.get(s).z(centre.x, centre.y);
                if (height > z && outlines.get(s).locate(centre) != Location.EXTERIOR) {
                    z = height;
                    seen[i] = s;
                }
            }
            values[i] = (float) (z + noise * random.nextGaussian());
        }
        return new Raster(grid, values);
    }

    /** The roof surfaces of each building, its parts counted with it; coordinates less those of the first vertex of the file. */
    static List<List<Surface>> roofs(Path cityJson) throws Failure {
        JsonNode file;
        try {
            file = new ObjectMapper().readTree(cityJson.toFile());
        } catch (IOException e) {
            throw new Failure(Message.of("solar.validation.shared", cityJson.toString()), e);
        }
        JsonNode scale = file.path("transform").path("scale");
        JsonNode vertices = file.get("vertices");
        double[][] xyz = new double[vertices.size()][3];
        for (int v = 0; v < xyz.length; v++) {
            for (int i = 0; i < 3; i++) {
                double step = scale.isMissingNode() ? 1 : scale.get(i).asDouble();
                xyz[v][i] = (vertices.get(v).get(i).asDouble()
                                - vertices.get(0).get(i).asDouble())
                        * step;
            }
        }
        Map<String, List<Surface>> roofs = new LinkedHashMap<>();
        file.get("CityObjects").properties().forEach(object -> {
            String building = object.getValue().path("parents").path(0).asText(object.getKey());
            for (JsonNode geometry : object.getValue().path("geometry")) {
                boolean solid = geometry.get("type").asText().equals("Solid");
                JsonNode shells = solid ? geometry.get("boundaries") : null;
                int count = shells == null ? 1 : shells.size();
                for (int shell = 0; shell < count; shell++) {
                    JsonNode faces = shells == null ? geometry.get("boundaries") : shells.get(shell);
                    JsonNode values = geometry.path("semantics").path("values");
                    JsonNode kinds = shells == null ? values : values.path(shell);
                    for (int face = 0; face < faces.size(); face++) {
                        JsonNode kind = geometry.path("semantics")
                                .path("surfaces")
                                .path(kinds.path(face).asInt(-1))
                                .path("type");
                        Surface surface = kind.asText().equals("RoofSurface") ? surface(faces.get(face), xyz) : null;
                        if (surface != null) {
                            roofs.computeIfAbsent(building, b -> new ArrayList<>())
                                    .add(surface);
                        }
                    }
                }
            }
        });
        return List.copyOf(roofs.values());
    }

    /** The plane of a face by Newell's normal; null for one that is not seen from above. */
    private static @Nullable Surface surface(JsonNode face, double[][] xyz) {
        double nx = 0;
        double ny = 0;
        double nz = 0;
        double[] mean = new double[3];
        JsonNode outer = face.get(0);
        for (int i = 0; i < outer.size(); i++) {
            double[] a = xyz[outer.get(i).asInt()];
            double[] b = xyz[outer.get((i + 1) % outer.size()).asInt()];
            nx += (a[1] - b[1]) * (a[2] + b[2]);
            ny += (a[2] - b[2]) * (a[0] + b[0]);
            nz += (a[0] - b[0]) * (a[1] + b[1]);
            for (int k = 0; k < 3; k++) {
                mean[k] += a[k] / outer.size();
            }
        }
        if (Math.abs(nz) <= Math.hypot(nx, ny) / Math.tan(Math.toRadians(STEEPEST_DEG))) {
            return null;
        }
        LinearRing[] rings = new LinearRing[face.size()];
        for (int r = 0; r < rings.length; r++) {
            Coordinate[] ring = new Coordinate[face.get(r).size() + 1];
            for (int i = 0; i < ring.length; i++) {
                double[] p = xyz[face.get(r).get(i % face.get(r).size()).asInt()];
                ring[i] = new Coordinate(p[0], p[1]);
            }
            rings[r] = FACTORY.createLinearRing(ring);
        }
        LinearRing[] holes = java.util.Arrays.copyOfRange(rings, 1, rings.length);
        double east = -nx / nz;
        double north = -ny / nz;
        return new Surface(
                FACTORY.createPolygon(rings[0], holes), east, north, mean[2] - east * mean[0] - north * mean[1]);
    }
}
