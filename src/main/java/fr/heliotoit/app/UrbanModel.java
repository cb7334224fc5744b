package fr.heliotoit.app;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A made-up mining town of any size for the benchmark, computed where it is read, so that it takes no memory: rolling ground, a spoil
 * heap per square kilometre, gabled houses in rows turned by the block, flat blocks, trees.
 */
final class UrbanModel implements RasterSource {
    private static final double CELL = 0.5;
    private static final double BLOCK = 40;

    private final int size;

    /** @param size cells of 0.5 m on each side */
    UrbanModel(int size) {
        this.size = size;
    }

    /** A number in [0, 1) that depends on three whole numbers alone. */
    static double hash(int a, int b, int c) {
        int x = a * 0x9E3779B1 ^ b * 0x85EBCA77 ^ c * 0xC2B2AE3D;
        x = (x ^ x >>> 15) * 0x2C1B3C6D;
        x = (x ^ x >>> 12) * 0x297A2D39;
        return ((x ^ x >>> 15) & 0x7fffffff) / 2147483648.0;
    }

    /** Height of a cell [m]. */
    static float height(int column, int row) {
        double x = (column + 0.5) * CELL;
        double y = (row + 0.5) * CELL;
        double ground = 40 + 3 * Math.sin(x / 310) + 2 * Math.cos(y / 270) + 0.2 * hash(column, row, 1);
        double heap = 60 - 0.55 * Math.hypot(x % 1000 - 820, y % 1000 - 180);
        int bx = (int) (x / BLOCK);
        int by = (int) (y / BLOCK);
        double angle = (hash(bx, by, 2) - 0.5) * Math.PI / 2;
        double dx = x - (bx + 0.5) * BLOCK;
        double dy = y - (by + 0.5) * BLOCK;
        double u = dx * Math.cos(angle) + dy * Math.sin(angle);
        double v = -dx * Math.sin(angle) + dy * Math.cos(angle);
        double kind = hash(bx, by, 3);
        double built = 0;
        if (kind < 0.7) { // two rows of gabled houses
            double across = Math.abs(Math.abs(v) - 9);
            if (across < 4.5 && Math.abs(u) < 15) {
                double pitch = 0.7 + 0.5 * hash(bx, by, 4);
                built = 5 + 1.5 * hash(bx, by, 5) + (4.5 - across) * pitch;
            }
        } else if (kind < 0.85 && Math.abs(u) < 16 && Math.abs(v) < 7) { // a flat block with its parapet
            built = 9 + 12 * hash(bx, by, 6) + (Math.abs(u) > 15.4 || Math.abs(v) > 6.4 ? 1 : 0);
        }
        double tree = Math.hypot(dx - 17, dy + 17 * (2 * hash(bx, by, 7) - 1)) / (2 + 2 * hash(bx, by, 8));
        if (tree < 1) {
            built = Math.max(built, 5 + 8 * hash(bx, by, 9) + 2 * Math.sqrt(1 - tree * tree));
        }
        return (float) Math.max(ground + built, ground + Math.max(0, heap));
    }

    /**
     * A building of the town.
     *
     * @param footprint in Lambert-93
     * @param tiltDeg of its one or two planes [°]
     * @param azimuthDeg that one of its planes faces, the other one faces the other way, clockwise from grid north [°]
     */
    record House(Geometry footprint, double tiltDeg, double azimuthDeg) {}

    /** The first buildings of the town, block by block from the north-west; those under a spoil heap are left out. */
    List<House> houses(int most) {
        List<House> houses = new ArrayList<>();
        int blocks = (int) (size * CELL / BLOCK);
        for (int block = 0; block < blocks * blocks && houses.size() < most; block++) {
            int bx = block % blocks;
            int by = block / blocks;
            double x = (bx + 0.5) * BLOCK;
            double y = (by + 0.5) * BLOCK;
            if (60 - 0.55 * Math.hypot(x % 1000 - 820, y % 1000 - 180) > -20) {
                continue;
            }
            double kind = hash(bx, by, 3);
            if (kind < 0.7) {
                double tilt = Math.toDegrees(Math.atan(0.7 + 0.5 * hash(bx, by, 4)));
                for (int i = 0; i < 8; i++) {
                    double u = -15 + i % 4 * 7.5;
                    double v = i < 4 ? -13.5 : 4.5;
                    houses.add(house(bx, by, u, v, u + 7.5, v + 9, tilt));
                }
            } else if (kind < 0.85) {
                houses.add(house(bx, by, -16, -7, 16, 7, 0));
            }
        }
        return houses.subList(0, Math.min(most, houses.size()));
    }

    private House house(int bx, int by, double u1, double v1, double u2, double v2, double tilt) {
        double angle = (hash(bx, by, 2) - 0.5) * Math.PI / 2;
        Coordinate[] ring = new Coordinate[5];
        for (int i = 0; i < 5; i++) {
            double u = i % 4 == 0 || i == 3 ? u1 : u2;
            double v = i % 4 < 2 ? v1 : v2;
            double x = (bx + 0.5) * BLOCK + u * Math.cos(angle) - v * Math.sin(angle);
            double y = (by + 0.5) * BLOCK + u * Math.sin(angle) + v * Math.cos(angle);
            ring[i] = new Coordinate(grid().west() + x, grid().north() - y);
        }
        double azimuth = (Math.toDegrees(angle) + 360) % 360;
        return new House(new GeometryFactory().createPolygon(ring), tilt, azimuth);
    }

    /** Whether a cell is on a house or a flat block (or one of the trees among them). */
    static boolean roof(int column, int row) {
        double x = (column + 0.5) * CELL;
        double y = (row + 0.5) * CELL;
        double ground = 40 + 3 * Math.sin(x / 310) + 2 * Math.cos(y / 270);
        double heap = 60 - 0.55 * Math.hypot(x % 1000 - 820, y % 1000 - 180);
        return heap < 0 && height(column, row) > ground + 4.5;
    }

    /** The outlines of houses and blocks that lie whole in the town. */
    List<Polygon> roofs() {
        List<Polygon> roofs = new ArrayList<>();
        int blocks = (int) (size * CELL / BLOCK);
        for (int by = 0; by < blocks; by++) {
            for (int bx = 0; bx < blocks; bx++) {
                double kind = hash(bx, by, 3);
                if (kind < 0.7) {
                    roofs.add(rectangle(bx, by, -15, -13.5, 15, -4.5));
                    roofs.add(rectangle(bx, by, -15, 4.5, 15, 13.5));
                } else if (kind < 0.85) {
                    roofs.add(rectangle(bx, by, -16, -7, 16, 7));
                }
            }
        }
        return roofs;
    }

    /** A rectangle in the turned axes of a block [m from its middle]; rows count southwards. */
    private Polygon rectangle(int bx, int by, double u0, double v0, double u1, double v1) {
        double angle = (hash(bx, by, 2) - 0.5) * Math.PI / 2;
        double[][] corners = {{u0, v0}, {u1, v0}, {u1, v1}, {u0, v1}, {u0, v0}};
        Coordinate[] ring = new Coordinate[5];
        for (int i = 0; i < 5; i++) {
            double dx = corners[i][0] * Math.cos(angle) - corners[i][1] * Math.sin(angle);
            double dy = corners[i][0] * Math.sin(angle) + corners[i][1] * Math.cos(angle);
            ring[i] = new Coordinate(grid().west() + (bx + 0.5) * BLOCK + dx, grid().north() - (by + 0.5) * BLOCK - dy);
        }
        return new GeometryFactory().createPolygon(ring);
    }

    @Override
    public GridGeometry grid() {
        return new GridGeometry(size, size, 687500, 7037500 + size * CELL, CELL, CELL);
    }

    @Override
    public Optional<Crs> crs() {
        return Optional.of(Crs.LAMBERT_93);
    }

    @Override
    public Raster read(int column, int row, int columns, int rows) {
        float[] values = new float[columns * rows];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                boolean inside = column + c >= 0 && row + r >= 0 && column + c < size && row + r < size;
                values[r * columns + c] = inside ? height(column + c, row + r) : Float.NaN;
            }
        }
        return new Raster(grid().window(column, row, columns, rows), values);
    }

    @Override
    public void close() {}
}
