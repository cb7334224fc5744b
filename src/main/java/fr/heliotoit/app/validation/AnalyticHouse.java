package fr.heliotoit.app.validation;

import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.roof.RoofFit;
import fr.heliotoit.roof.RoofPlaneFinder;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * A house whose roof is known exactly, turned on the ground and seen through a noisy surface model.
 *
 * @param outline footprint before turning [m]
 * @param height of the roof above the ground at a place before turning [m]; also asked beyond the outline
 * @param faces what must be found, by azimuth before turning
 */
public record AnalyticHouse(String name, Geometry outline, DoubleBinaryOperator height, List<Face> faces) {
    private static final double SLOPE = Math.tan(Math.toRadians(35));

    /**
     * All the roof that faces one way.
     *
     * @param areaM2 true area
     */
    public record Face(double tiltDeg, double azimuthDeg, double areaM2) {}

    public static final AnalyticHouse GABLE = of(
            "gable",
            polygon(-6, -4.5, 6, -4.5, 6, 4.5, -6, 4.5),
            (x, y) -> 8 - SLOPE * Math.abs(y),
            face(35, 0, 54),
            face(35, 180, 54));
    public static final AnalyticHouse HIP = of(
            "hip",
            polygon(-6, -4.5, 6, -4.5, 6, 4.5, -6, 4.5),
            (x, y) -> 8 - SLOPE * Math.max(Math.abs(y), Math.abs(x) - 1.5),
            face(35, 0, 33.75),
            face(35, 180, 33.75),
            face(35, 90, 20.25),
            face(35, 270, 20.25));
    public static final AnalyticHouse SHED = of(
            "shed",
            polygon(-6, -4.5, 6, -4.5, 6, 4.5, -6, 4.5),
            (x, y) -> 6 + 0.25 * x,
            face(Math.toDegrees(Math.atan(0.25)), 270, 108));
    /** Two wings of the same width; the ridges meet at (4, 0). */
    public static final AnalyticHouse L_SHAPE = of(
            "L-shape",
            polygon(-9, -4, 8, -4, 8, 12, 0, 12, 0, 4, -9, 4),
            (x, y) -> 9
                    - SLOPE
                            * (x < 4 && y < Math.abs(x - 4)
                                    ? Math.abs(y)
                                    : y < 0 ? Math.max(-y, x - 4) : Math.abs(x - 4)),
            face(35, 180, 60),
            face(35, 0, 44),
            face(35, 270, 40),
            face(35, 90, 56));

    public static final AnalyticHouse FLAT = of(
            "flat with parapet",
            polygon(-10, -7, 10, -7, 10, 7, -10, 7),
            (x, y) -> Math.abs(x) > 9.6 || Math.abs(y) > 6.6 ? 10 : 9,
            face(0, 180, 19.2 * 13.2));

    public static final List<AnalyticHouse> ALL = List.of(GABLE, HIP, SHED, L_SHAPE, FLAT);

    /** @param faces with the area as projected to the ground, when the tilt is not 0 */
    private static AnalyticHouse of(String name, Geometry outline, DoubleBinaryOperator height, Face... faces) {
        return new AnalyticHouse(name, outline, height, List.of(faces));
    }

    private static Face face(double tilt, double azimuth, double projected) {
        return new Face(tilt, azimuth, projected / Math.cos(Math.toRadians(tilt)));
    }

    private static Geometry polygon(double... xy) {
        Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Coordinate(xy[2 * i % xy.length], xy[(2 * i + 1) % xy.length]);
        }
        return new GeometryFactory().createPolygon(ring);
    }

    /** The footprint, turned clockwise about (0, 0). */
    public Geometry footprint(double turnDeg) {
        return AffineTransformation.rotationInstance(-Math.toRadians(turnDeg)).transform(outline);
    }

    /** The surface model around the house, turned clockwise, with normal noise. */
    public Raster model(double turnDeg, double cell, double noise, long seed) {
        int side = (int) Math.ceil(48 / cell);
        GridGeometry grid = new GridGeometry(side, side, -24.13, 24.21, cell, cell);
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[side * side];
        double cos = Math.cos(Math.toRadians(turnDeg));
        double sin = Math.sin(Math.toRadians(turnDeg));
        for (int i = 0; i < values.length; i++) {
            double x = grid.x(i % side);
            double y = grid.y(i / side);
            values[i] = (float)
                    (40 + height.applyAsDouble(x * cos - y * sin, x * sin + y * cos) + noise * random.nextGaussian());
        }
        return new Raster(grid, values);
    }

    public RoofFit fit(double turnDeg, double cell, double noise, long seed) {
        return RoofPlaneFinder.find(model(turnDeg, cell, noise, seed), footprint(turnDeg));
    }

    @Override
    public String toString() {
        return name;
    }
}
