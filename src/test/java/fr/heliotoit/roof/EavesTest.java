package fr.heliotoit.roof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.app.validation.AnalyticHouse;
import fr.heliotoit.geo.Raster;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A gable of 12 m × 9 m between its walls at 0.5 m with height noise of 0.1 m. */
class EavesTest {
    private static final Geometry WALLS = new GeometryFactory().toGeometry(new Envelope(-6, 6, -4.5, 4.5));

    private static AnalyticHouse house(DoubleBinaryOperator height) {
        return new AnalyticHouse("house", WALLS, height, List.of());
    }

    private static double gable(double y) {
        return 8 - 0.7 * Math.abs(y);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "20, 0", "0, 0.5", "20, 0.5", "45, 0.5", "70, 0.8", "33, 0.6"})
    void theOverhangIsMeasuredAndTheContourWidened(double turned, double overhang) {
        AnalyticHouse house =
                house((x, y) -> Math.abs(x) < 6 + overhang && Math.abs(y) < 4.5 + overhang ? gable(y) : 0);
        Raster model = house.model(turned, 0.5, 0.1, 3);
        Geometry footprint = house.footprint(turned);

        Eaves eaves = new Eaves(model, footprint, RoofPlaneFinder.find(model, footprint));

        assertThat(eaves.overhangM()).isCloseTo(overhang, within(0.2));
        assertThat(eaves.contour(footprint).getArea())
                .isCloseTo((12 + 2 * eaves.overhangM()) * (9 + 2 * eaves.overhangM()), within(0.5));
        assertThat(eaves.contour(footprint).covers(footprint)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0", "30"})
    void whereAnotherRoofAdjoinsTheContourStays(double turned) {
        // A terrace along x: the roof goes on beyond both gables, eaves of 0.6 m at both long sides.
        AnalyticHouse house = house((x, y) -> Math.abs(y) < 5.1 ? gable(y) : 0);
        Raster model = house.model(turned, 0.5, 0.1, 3);
        Geometry footprint = house.footprint(turned);

        Eaves eaves = new Eaves(model, footprint, RoofPlaneFinder.find(model, footprint));

        assertThat(eaves.overhangM()).isCloseTo(0.6, within(0.2));
        assertThat(eaves.contour(footprint).getArea()).isCloseTo(12 * (9 + 2 * eaves.overhangM()), within(0.5));
    }

    @ParameterizedTest
    @CsvSource({"0", "30"})
    void nothingIsToldWhereTheRoofDoesNotEnd(double turned) {
        AnalyticHouse house = house((x, y) -> gable(y));
        Raster model = house.model(turned, 0.5, 0.1, 3);
        Geometry footprint = house.footprint(turned);

        Eaves eaves = new Eaves(model, footprint, RoofPlaneFinder.find(model, footprint));

        assertThat(eaves.overhangM()).isNaN();
        assertThat(eaves.contour(footprint)).isSameAs(footprint);
    }
}
