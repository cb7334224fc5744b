package fr.heliotoit.roof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Analytic houses at 0.5 m with height noise of 0.1 m: tilt within 2°, azimuth within 5°, area within 5 %. */
class RoofPlaneFinderTest {
    private static final double NOISE = 0.1;
    private static final double SLOPE_35 = Math.tan(Math.toRadians(35));

    /** 12 m × 9 m around (0, 0). */
    private static final Geometry HOUSE = new GeometryFactory().toGeometry(new Envelope(-6, 6, -4.5, 4.5));

    private static RoofFit fit(DoubleBinaryOperator height) {
        GridGeometry grid = new GridGeometry(40, 30, -10, 7.5, 0.5, 0.5);
        SplittableRandom random = new SplittableRandom(7);
        float[] values = new float[grid.columns() * grid.rows()];
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                double noise = NOISE * random.nextGaussian();
                values[row * grid.columns() + column] =
                        (float) (40 + height.applyAsDouble(grid.x(column), grid.y(row)) + noise);
            }
        }
        return RoofPlaneFinder.find(new Raster(grid, values), HOUSE);
    }

    private static double turn(double a, double b) {
        return Math.abs(Math.IEEEremainder(a - b, 360));
    }

    @Test
    void aGableHasTwoPlanesFacingOppositeWays() {
        RoofFit fit = fit((x, y) -> 8 - SLOPE_35 * Math.abs(y));

        assertThat(fit.pieces()).hasSize(2);
        for (double azimuth : new double[] {0, 180}) {
            assertThat(fit.pieces())
                    .anySatisfy(p -> assertThat(turn(p.azimuthDeg(), azimuth)).isLessThan(5));
        }
        for (RoofFit.Piece plane : fit.pieces()) {
            assertThat(plane.tiltDeg()).isCloseTo(35, within(2.0));
            assertThat(plane.areaM2()).isCloseTo(12 * 4.5 / Math.cos(Math.toRadians(35)), within(3.3));
            assertThat(plane.fitErrorM()).isLessThan(0.15);
        }
    }

    @Test
    void aHipHasFourPlanes() {
        RoofFit fit = fit((x, y) -> 8 - SLOPE_35 * Math.max(Math.abs(y), Math.abs(x) - 1.5));

        assertThat(fit.pieces()).hasSize(4);
        double[] expected = {0, 90, 180, 270};
        for (double azimuth : expected) {
            assertThat(fit.pieces())
                    .anySatisfy(p -> assertThat(turn(p.azimuthDeg(), azimuth)).isLessThan(5));
        }
        assertThat(fit.pieces()).allSatisfy(p -> assertThat(p.tiltDeg()).isCloseTo(35, within(2.0)));
    }

    @Test
    void aShedHasOnePlane() {
        RoofFit fit = fit((x, y) -> 6 + 0.25 * x);

        assertThat(fit.pieces()).hasSize(1);
        assertThat(fit.pieces().getFirst().azimuthDeg()).isCloseTo(270, within(5.0));
        assertThat(fit.pieces().getFirst().tiltDeg()).isCloseTo(Math.toDegrees(Math.atan(0.25)), within(2.0));
        assertThat(fit.pieces().getFirst().areaM2()).isCloseTo(108 * Math.sqrt(1.0625), within(5.4));
    }

    @Test
    void aFlatRoofWithParapetIsLevelWithoutItsParapet() {
        RoofFit fit = fit((x, y) -> Math.abs(x) > 5.4 || Math.abs(y) > 3.9 ? 8 : 7);

        RoofFit.Piece main = fit.pieces().getFirst();
        assertThat(main.tiltDeg()).isLessThan(2);
        assertThat(main.areaM2()).isCloseTo(11 * 8, within(8.0));
    }

    @Test
    void aModelWithoutHeightsGivesNoPlane() {
        RoofFit fit = fit((x, y) -> Double.NaN);

        assertThat(fit.pieces()).isEmpty();
        assertThat(fit.cellsInside()).isEqualTo(24 * 18);
        assertThat(fit.cellsKnown()).isZero();
    }

    @Test
    void theSameCellsGiveTheSamePlanes() {
        DoubleBinaryOperator gable = (x, y) -> 8 - SLOPE_35 * Math.abs(x + 0.3 * y);
        assertThat(fit(gable).pieces().toString().replaceAll("\\[I@\\w+", ""))
                .isEqualTo(fit(gable).pieces().toString().replaceAll("\\[I@\\w+", ""));
    }
}
