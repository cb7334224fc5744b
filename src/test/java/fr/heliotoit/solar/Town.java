package fr.heliotoit.solar;

import fr.heliotoit.Shared;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A small town for tests: gently rising ground, gabled houses turned by any angle, round trees; and which cells are roofs. */
public final class Town implements RasterSource {
    final int size;
    final double cell;
    final float[] z;
    /** Slopes of the roof plane of a cell; NaN where there is no roof or its edge is too near. */
    final double[] east;

    final double[] north;
    private final List<double[]> built = new ArrayList<>();

    public Town(int size, double cell, int houses, long seed) {
        this.size = size;
        this.cell = cell;
        this.z = new float[size * size];
        this.east = new double[size * size];
        this.north = new double[size * size];
        Arrays.fill(east, Double.NaN);
        Arrays.fill(north, Double.NaN);
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) (40 + 0.01 * cell * (i % size) + 0.4 * Math.sin(i / size * cell / 20));
        }
        Random random = new Random(seed);
        for (int h = 0; h < houses; h++) {
            house(random, h % 3 == 2);
        }
    }

    /** Roof cells are those whose eight neighbours lie on the same building; slopes are those of a 3 × 3 window there, less than 60°. */
    private Town(float[] z, float[] buildings, int size, double cell) {
        this.size = size;
        this.cell = cell;
        this.z = z;
        this.east = new double[z.length];
        this.north = new double[z.length];
        Arrays.fill(east, Double.NaN);
        Arrays.fill(north, Double.NaN);
        for (int i = size + 1; i < z.length - size - 1; i++) {
            boolean inner = buildings[i] > 0;
            for (int d : new int[] {-size - 1, -size, -size + 1, -1, 1, size - 1, size, size + 1}) {
                inner &= buildings[i + d] == buildings[i];
            }
            double e = (z[i + 1] - z[i - 1]) / (2 * cell);
            double n = (z[i - size] - z[i + size]) / (2 * cell);
            if (inner && Math.hypot(e, n) < Math.tan(Math.toRadians(60))) {
                east[i] = e;
                north[i] = n;
            }
        }
    }

    /** The town of {@code reference/grass/dsm400.tif}: gabled houses, blocks and trees. */
    public static Town dsm400() throws Failure {
        String folder = "reference/grass/";
        return new Town(values(folder + "dsm400.tif", 400), values(folder + "dsm400_foot.tif", 400), 400, 0.5);
    }

    /** The old town of Göteborg at 1 m; what stands more than 3 m above the terrain is a building (there are no trees in this model). */
    static Town kronenhuset() throws Failure {
        String folder = "data/dsm/goteborg-kronenhuset/Goteborg_SWEREF99_1200/";
        int size = 223;
        float[] z = values(folder + "DSM_KRbig.tif", size);
        float[] buildings = values(folder + "DEM_KRbig.tif", size);
        for (int i = 0; i < z.length; i++) {
            buildings[i] = z[i] - buildings[i] > 3 ? 1 : 0;
        }
        return new Town(z, buildings, size, 1);
    }

    private static float[] values(String name, int size) throws Failure {
        try (RasterSource source = RasterFiles.open(Shared.path(name), Crs.LAMBERT_93)) {
            return source.read(0, 0, size, size).values();
        }
    }

    private void house(Random random, boolean tree) {
        double cx = random.nextDouble() * size * cell;
        double cy = random.nextDouble() * size * cell;
        double angle = random.nextDouble() * Math.PI;
        double length = 6 + 10 * random.nextDouble();
        double width = 7 + 3 * random.nextDouble();
        double pitch = Math.tan(Math.toRadians(15 + 30 * random.nextDouble()));
        double eaves = 44 + 5 * random.nextDouble();
        double ax = Math.cos(angle);
        double ay = Math.sin(angle);
        if (taken(cx, cy, tree ? 3 : Math.hypot(length, width) / 2)) {
            return;
        }
        for (int i = 0; i < z.length; i++) {
            double x = (i % size + 0.5) * cell - cx;
            double y = -(i / size + 0.5) * cell + cy;
            double u = x * ax + y * ay;
            double v = -x * ay + y * ax;
            if (tree) {
                double r = Math.hypot(x, y) / 3;
                if (r < 1) {
                    raise(i, eaves + 3 + 3 * Math.sqrt(1 - r * r), Double.NaN, Double.NaN);
                }
            } else if (Math.abs(u) < length / 2 && Math.abs(v) < width / 2) {
                boolean inner = Math.abs(u) < length / 2 - 1 && Math.abs(v) < width / 2 - 1 && Math.abs(v) > 1;
                double slope = inner ? -Math.signum(v) * pitch : Double.NaN;
                raise(i, eaves + (width / 2 - Math.abs(v)) * pitch, -slope * ay, slope * ax);
            }
        }
    }

    /** Houses and trees stand clear of each other. */
    private boolean taken(double cx, double cy, double radius) {
        for (double[] other : built) {
            if (Math.hypot(cx - other[0], cy - other[1]) < radius + other[2]) {
                return true;
            }
        }
        built.add(new double[] {cx, cy, radius});
        return false;
    }

    private void raise(int i, double height, double slopeEast, double slopeNorth) {
        if (height > z[i]) {
            z[i] = (float) height;
            east[i] = slopeEast;
            north[i] = slopeNorth;
        }
    }

    @Override
    public GridGeometry grid() {
        return new GridGeometry(size, size, 687500, 7037700, cell, cell);
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
                boolean inside = row + r >= 0 && row + r < size && column + c >= 0 && column + c < size;
                values[r * columns + c] = inside ? z[(row + r) * size + column + c] : Float.NaN;
            }
        }
        return new Raster(grid().window(column, row, columns, rows), values);
    }

    @Override
    public void close() {}
}
