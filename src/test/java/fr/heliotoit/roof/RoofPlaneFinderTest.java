package fr.heliotoit.roof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.app.validation.AnalyticHouse;
import fr.heliotoit.geo.Raster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Analytic houses at 0.5 m with height noise of 0.1 m: tilt within 2°, azimuth within 5°, area within 5 %. */
class RoofPlaneFinderTest {
    private static final double CELL = 0.5;
    private static final double NOISE = 0.1;
    private static final double[] TURNS = {0, 17, 45, 74};
    static final List<AnalyticHouse> HOUSES = AnalyticHouse.ALL;

    private static double turn(double a, double b) {
        return Math.abs(Math.IEEEremainder(a - b, 360));
    }

    @ParameterizedTest
    @FieldSource("HOUSES")
    void tiltAzimuthAndAreaAreThoseOfTheHouse(AnalyticHouse house) {
        for (double turned : TURNS) {
            RoofFit fit = house.fit(turned, CELL, NOISE, 7 + (long) turned);
            String seen = house + " turned by " + turned + "°: "
                    + fit.pieces().stream()
                            .map(p -> "%.1f°/%.1f° %.1f m²".formatted(p.tiltDeg(), p.azimuthDeg(), p.areaM2()))
                            .toList();
            assertThat(fit.support()).as(seen).isEqualTo(RoofFit.Support.PLANES);
            double matched = 0;
            for (AnalyticHouse.Face face : house.faces()) {
                double area = 0;
                for (RoofFit.Piece piece : fit.pieces()) {
                    boolean level = face.tiltDeg() == 0;
                    if (Math.abs(piece.tiltDeg() - face.tiltDeg()) <= 2
                            && (level || turn(piece.azimuthDeg(), face.azimuthDeg() + turned) <= 5)) {
                        area += piece.areaM2();
                    }
                }
                assertThat(area).as(seen).isCloseTo(face.areaM2(), within(0.05 * face.areaM2()));
                matched += area;
            }
            assertThat(matched)
                    .as("nothing else is found: " + seen)
                    .isEqualTo(
                            fit.pieces().stream()
                                    .mapToDouble(RoofFit.Piece::areaM2)
                                    .sum(),
                            within(1e-9));
            assertThat(fit.pieces()).as(seen).allSatisfy(p -> {
                assertThat(p.fitErrorM()).isLessThan(0.15);
                assertThat(p.explainedShare()).isGreaterThan(0.9);
            });
        }
    }

    @ParameterizedTest
    @FieldSource("HOUSES")
    void planesAndRestDivideTheFootprintAndShareTheirEdges(AnalyticHouse house) {
        for (double turned : TURNS) {
            RoofFit fit = house.fit(turned, CELL, NOISE, 3);
            List<Geometry> parts = new ArrayList<>();
            fit.pieces().forEach(p -> parts.add(p.outline()));
            if (!fit.rest().isEmpty()) {
                parts.add(fit.rest());
            }
            double sum = parts.stream().mapToDouble(Geometry::getArea).sum();
            assertThat(sum).as(house + " " + turned).isCloseTo(house.outline().getArea(), within(1e-6));
            Geometry[] faults = CoverageValidator.validate(parts.toArray(Geometry[]::new));
            assertThat(Arrays.stream(faults).filter(f -> f != null))
                    .as(house + " " + turned)
                    .isEmpty();
        }
    }

    @Test
    void aChimneyIsAHoleInThePlaneAroundIt() {
        AnalyticHouse house = AnalyticHouse.GABLE;
        Raster model = house.model(20, CELL, NOISE, 5);
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 2; column++) {
                model.values()[(51 + row) * model.grid().columns() + 47 + column] += 1.5f;
            }
        }

        RoofFit fit = RoofPlaneFinder.find(model, house.footprint(20));

        Coordinate chimney = new Coordinate(model.grid().x(47.5), model.grid().y(51.5));
        Polygon around = (Polygon) fit.pieces().stream()
                .map(RoofFit.Piece::outline)
                .filter(o -> ((Polygon) o).getNumInteriorRing() > 0)
                .findFirst()
                .orElseThrow();
        assertThat(around.getNumInteriorRing()).isEqualTo(1);
        assertThat(around.getInteriorRingN(0).getCentroid().getCoordinate().distance(chimney))
                .isLessThan(0.3);
        assertThat(fit.rest().getArea()).isCloseTo(1, within(0.3));
    }

    @Test
    void aRoofOfFewCellsGetsOnePlaneThatIsMarked() {
        RoofFit fit = AnalyticHouse.GABLE.fit(0, 6, 0, 1);

        assertThat(fit.support()).isEqualTo(RoofFit.Support.TOO_FEW_CELLS);
        assertThat(fit.pieces()).hasSize(1);
        assertThat(fit.pieces().getFirst().outline().getArea()).isCloseTo(108, within(1e-6));
    }

    @Test
    void aHeapGetsOnePlaneThatIsMarked() {
        AnalyticHouse heap = new AnalyticHouse(
                "heap", AnalyticHouse.HIP.outline(), (x, y) -> 5 + 2 * Math.sin(5 * x) * Math.cos(4 * y), List.of());

        RoofFit fit = heap.fit(0, CELL, 0.5, 1);

        assertThat(fit.support()).isEqualTo(RoofFit.Support.SCATTERED);
        assertThat(fit.pieces()).hasSize(1);
    }

    @Test
    void aModelWithoutHeightsGivesNoPlane() {
        RoofFit fit = new AnalyticHouse("nothing", AnalyticHouse.HIP.outline(), (x, y) -> Double.NaN, List.of())
                .fit(0, CELL, 0, 1);

        assertThat(fit.pieces()).isEmpty();
        assertThat(fit.cellsInside()).isEqualTo(24 * 18);
        assertThat(fit.cellsKnown()).isZero();
    }

    @Test
    void theSameCellsGiveTheSamePlanes() {
        assertThat(AnalyticHouse.L_SHAPE
                        .fit(31, CELL, NOISE, 9)
                        .pieces()
                        .toString()
                        .replaceAll("\\[I@\\w+", ""))
                .isEqualTo(AnalyticHouse.L_SHAPE
                        .fit(31, CELL, NOISE, 9)
                        .pieces()
                        .toString()
                        .replaceAll("\\[I@\\w+", ""));
    }
}
