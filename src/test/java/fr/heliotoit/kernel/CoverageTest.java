package fr.heliotoit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

class CoverageTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Test
    void aSquareOnCellBordersCoversWholeCellsAndTouchesNoOther() {
        double[] shares = shares(6, 5, ring(1, 1, 4, 1, 4, 3, 1, 3));
        for (int r = 0; r < 5; r++) {
            for (int c = 0; c < 6; c++) {
                assertThat(shares[r * 6 + c]).isEqualTo(c >= 1 && c < 4 && r >= 1 && r < 3 ? 1 : 0);
            }
        }
    }

    @Test
    void aTriangleCoversHalvesOnItsDiagonal() {
        assertThat(shares(3, 3, ring(0, 0, 3, 3, 0, 3)))
                .containsExactly(new double[] {0.5, 0, 0, 1, 0.5, 0, 1, 1, 0.5}, within(1e-15));
    }

    @Test
    void aSliverInsideOneCellHasItsOwnArea() {
        assertThat(shares(2, 1, ring(0.25, 0.25, 0.75, 0.25, 0.75, 0.5, 0.25, 0.5))[0])
                .isCloseTo(0.125, within(1e-15));
    }

    @Test
    void polygonsWithHolesAgreeWithCuttingEveryCell() {
        Random random = new Random(11);
        for (int n = 0; n < 300; n++) {
            Polygon polygon = star(random, 3 + random.nextInt(20));
            int columns = 1 + random.nextInt(14);
            int rows = 1 + random.nextInt(14);
            double[] shares = shares(columns, rows, polygon);
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    Geometry cell = FACTORY.toGeometry(new Envelope(c, c + 1, r, r + 1));
                    assertThat(shares[r * columns + c])
                            .as("polygon %d, cell %d %d", n, c, r)
                            .isCloseTo(polygon.intersection(cell).getArea(), within(2e-8));
                }
            }
        }
    }

    @Test
    void windowsOfOnePolygonGiveTheSameSharesAsTheWhole() {
        Random random = new Random(5);
        for (int n = 0; n < 100; n++) {
            Polygon polygon = star(random, 12);
            double[] whole = shares(12, 12, polygon).clone();
            int west = random.nextInt(10);
            int north = random.nextInt(10);
            Geometry moved = org.locationtech.jts.geom.util.AffineTransformation.translationInstance(-west, -north)
                    .transform(polygon);
            double[] part = shares(12 - west, 12 - north, (Polygon) moved);
            for (int r = north; r < 12; r++) {
                for (int c = west; c < 12; c++) {
                    assertThat(part[(r - north) * (12 - west) + c - west]).isCloseTo(whole[r * 12 + c], within(1e-8));
                }
            }
        }
    }

    @Test
    void theDirectionOfRingsDoesNotMatter() {
        Polygon polygon = star(new Random(3), 9);
        assertThat(shares(10, 10, (Polygon) polygon.reverse())).containsExactly(shares(10, 10, polygon), within(1e-12));
    }

    private static double[] shares(int columns, int rows, Polygon polygon) {
        Coverage coverage = new Coverage();
        // A larger polygon first, so that what it leaves behind would show.
        coverage.begin(20, 20);
        add(coverage, ring(0, 0, 20, 0, 20, 20, 0, 20).getExteriorRing(), false);
        coverage.forEachRun((row, from, to, share) -> {});
        coverage.begin(columns, rows);
        add(coverage, polygon.getExteriorRing(), false);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            add(coverage, polygon.getInteriorRingN(i), true);
        }
        double[] all = new double[columns * rows];
        coverage.forEachRun((row, from, to, share) -> {
            for (int column = from; column < to; column++) {
                assertThat(all[row * columns + column]).as("runs do not meet").isZero();
                all[row * columns + column] = share;
            }
        });
        return all;
    }

    private static void add(Coverage coverage, LinearRing ring, boolean hole) {
        Coordinate[] corners = ring.getCoordinates();
        double[] x = new double[corners.length - 1];
        double[] y = new double[corners.length - 1];
        for (int i = 0; i < x.length; i++) {
            x[i] = corners[i].x;
            y[i] = corners[i].y;
        }
        coverage.ring(x, y, x.length, hole);
    }

    private static Polygon ring(double... xy) {
        Coordinate[] corners = new Coordinate[xy.length / 2 + 1];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = new Coordinate(xy[2 * i % xy.length], xy[(2 * i + 1) % xy.length]);
        }
        return FACTORY.createPolygon(corners);
    }

    /** A star around (6, 6) that reaches beyond 12 × 12 cells on all sides, with a smaller star cut out. */
    private static Polygon star(Random random, int corners) {
        double[] radii = random.doubles(corners, 3, 9).toArray();
        LinearRing shell = star(radii, 1);
        return FACTORY.createPolygon(shell, new LinearRing[] {star(radii, 0.4)});
    }

    private static LinearRing star(double[] radii, double scale) {
        Coordinate[] ring = new Coordinate[radii.length + 1];
        for (int i = 0; i < ring.length; i++) {
            double angle = 2 * Math.PI * (i % radii.length) / radii.length;
            double radius = scale * radii[i % radii.length];
            ring[i] = new Coordinate(6 + radius * Math.cos(angle), 6 + radius * Math.sin(angle));
        }
        ring[radii.length] = ring[0].copy();
        return FACTORY.createLinearRing(ring);
    }
}
