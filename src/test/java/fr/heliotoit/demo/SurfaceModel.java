package fr.heliotoit.demo;

import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Turns the town into heights, in steps of 1/64 m so that the files stay small. */
final class SurfaceModel {
    private static final double STEP = 64;
    private final Town town;
    private final GridGeometry grid;
    private final float[] z;
    /** Noise of the surface [m]. */
    private final float[] rough;

    private SurfaceModel(Town town, double cell) {
        this.town = town;
        this.grid = Site.grid(cell);
        this.z = new float[grid.columns() * grid.rows()];
        this.rough = new float[z.length];
    }

    /** Bare ground, without noise. */
    static Raster terrain(Town town, double cell) {
        SurfaceModel model = new SurfaceModel(town, cell);
        model.ground();
        return model.rounded(false);
    }

    /** Ground, buildings, trees and cars; NaN on water and in the masked area. */
    static Raster surface(Town town, double cell) {
        SurfaceModel model = new SurfaceModel(town, cell);
        model.ground();
        model.fields();
        model.buildings();
        model.trees();
        model.holes();
        return model.rounded(true);
    }

    private void ground() {
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int i = row * grid.columns() + column;
                z[i] = (float) Terrain.height(x(column), y(row));
                rough[i] = 0.045f;
            }
        }
        List<Geometry> hard = new ArrayList<>(town.paved);
        town.streets.stream()
                .filter(s -> s != Terrain.RAILWAY)
                .map(s -> s.surface().buffer(-1.5))
                .forEach(hard::add);
        for (Geometry area : hard) {
            paint(area, (i, x, y) -> {
                if (rough[i] > 0.02f) {
                    z[i] -= 0.12f;
                    rough[i] = 0.018f;
                }
            });
        }
    }

    private void fields() {
        int number = 0;
        for (Parcel parcel : town.parcels) {
            number++;
            if (parcel.kind() == Parcel.Kind.FIELD) {
                float crop = (float) (0.1 + 0.7 * Noise.uniform(41, number, 0));
                double direction = 3 * Noise.uniform(42, number, 0);
                double c = StrictMath.cos(direction);
                double s = StrictMath.sin(direction);
                paint(parcel.shape().buffer(-0.8), (i, x, y) -> {
                    double track = Math.abs((x * c + y * s) / 18 - Math.rint((x * c + y * s) / 18));
                    z[i] += track < 0.025 ? 0 : crop;
                });
            }
        }
    }

    private void buildings() {
        for (Structure building : town.buildings) {
            for (Volume volume : building.volumes()) {
                paint(volume.outline(), (i, x, y) -> {
                    double h = volume.height(x, y);
                    if (h > 0) {
                        z[i] = (float) Math.max(z[i], building.floor() + h);
                        rough[i] = 0.032f;
                    }
                });
            }
        }
        for (CarPark carPark : town.carParks) {
            for (Volume car : carPark.cars()) {
                float floor =
                        (float) Terrain.height(car.frame().x(), car.frame().y()) - 0.12f;
                paint(car.outline(), (i, x, y) -> z[i] = Math.max(z[i], floor + (float) car.height(x, y)));
            }
        }
    }

    private void trees() {
        for (Tree tree : town.trees()) {
            float foot = (float) Terrain.height(tree.x(), tree.y());
            Geometry crown = Site.GEOMETRY
                    .createPoint(new Coordinate(tree.x(), tree.y()))
                    .buffer(tree.radius() * 1.16);
            paint(crown, (i, x, y) -> {
                double h = tree.crown(x, y);
                if (h > 0) {
                    float ragged = (float) (0.5 * Noise.smooth(51, x, y, 1.1));
                    z[i] = Math.max(z[i], foot + (float) h + ragged);
                    rough[i] = 0.12f;
                }
            });
        }
    }

    private void holes() {
        paint(Plan.MASKED, (i, x, y) -> z[i] = Float.NaN);
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                if (Terrain.water(x(column), y(row))) {
                    z[row * grid.columns() + column] = Float.NaN;
                }
            }
        }
    }

    private Raster rounded(boolean noisy) {
        for (int i = 0; i < z.length; i++) {
            double noise = noisy ? rough[i] * Noise.normal(61, i % grid.columns(), i / grid.columns()) : 0;
            z[i] = (float) (Math.rint((z[i] + noise) * STEP) / STEP);
        }
        return new Raster(grid, z);
    }

    private interface Painter {
        void cell(int index, double x, double y);
    }

    /** Calls the painter for every cell whose centre lies in the area [local m]. */
    private void paint(Geometry area, Painter painter) {
        if (area.isEmpty()) {
            return;
        }
        Envelope box = area.getEnvelopeInternal();
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(area);
        double cell = grid.cellWidth();
        int c0 = Math.max(0, (int) (box.getMinX() / cell));
        int c1 = Math.min(grid.columns() - 1, (int) (box.getMaxX() / cell));
        int r0 = Math.max(0, (int) ((Site.SIZE - box.getMaxY()) / cell));
        int r1 = Math.min(grid.rows() - 1, (int) ((Site.SIZE - box.getMinY()) / cell));
        for (int row = r0; row <= r1; row++) {
            for (int column = c0; column <= c1; column++) {
                if (inside.locate(new Coordinate(x(column), y(row))) != Location.EXTERIOR) {
                    painter.cell(row * grid.columns() + column, x(column), y(row));
                }
            }
        }
    }

    private double x(int column) {
        return (column + 0.5) * grid.cellWidth();
    }

    private double y(int row) {
        return Site.SIZE - (row + 0.5) * grid.cellHeight();
    }
}
