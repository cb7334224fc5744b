package fr.heliotoit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.app.Installation;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.rules.RoofPotential.SunnyPlane;
import fr.heliotoit.text.Failure;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Expected values are worked out by hand from domain-facts §1: 220 Wc/m², PR 0.80, shares 0.70 and 0.50, 10 m², 3 kWc, 60°. */
class RoofPotentialTest {
    private static SunnyPlane plane(double area, double tilt, double azimuth, double irradiation) {
        return new SunnyPlane(
                area,
                tilt,
                azimuth,
                irradiation,
                Collections.nCopies(12, irradiation / 12),
                OptionalInt.empty(),
                List.of());
    }

    private static SunnyPlane laid(double area, double irradiation, int modules) {
        return new SunnyPlane(
                area,
                35,
                180,
                irradiation,
                Collections.nCopies(12, irradiation / 12),
                OptionalInt.of(modules),
                List.of());
    }

    private static Outcome ofPlanes(SunnyPlane... planes) throws Failure {
        return RoofPotential.ofPlanes(List.of(planes), Installation.conventions());
    }

    @Test
    void aSouthPlaneOfHundredSquareMetresYieldsByTheFormula() throws Failure {
        SolarPotential p = (SolarPotential) ofPlanes(plane(100, 35, 180, 1200));

        assertThat(p.usableAreaM2()).isCloseTo(70, within(1e-9));
        assertThat(p.peakPowerKWp()).isCloseTo(15.4, within(1e-9));
        assertThat(p.yearlyYieldKWh()).isCloseTo(15.4 * 1200 * 0.8, within(1e-6));
        assertThat(p.specificYieldKWhPerKWp()).isCloseTo(960, within(1e-9));
        assertThat(p.suitabilityClass()).isEqualTo(7);
        assertThat(p.monthlyIrradiationKWhM2())
                .hasSize(12)
                .allSatisfy(m -> assertThat(m).isCloseTo(100, within(1e-9)));
    }

    @Test
    void aFlatRoofTakesHalfItsAreaAndHasNoOrientation() throws Failure {
        SolarPotential p = (SolarPotential) ofPlanes(plane(400, 3, 90, 1060));

        assertThat(p.usableAreaM2()).isCloseTo(200, within(1e-9));
        assertThat(p.azimuthDeg()).isNaN();
    }

    @Test
    void theDarkSideOfAGableCountsNeitherForPowerNorForTheMean() throws Failure {
        SolarPotential p = (SolarPotential) ofPlanes(plane(50, 45, 180, 1180), plane(50, 45, 0, 620));

        assertThat(p.irradiationKWhM2()).isCloseTo(1180, within(1e-9));
        assertThat(p.usableAreaM2()).isCloseTo(35, within(1e-9));
        assertThat(p.roofAreaM2()).isCloseTo(100, within(1e-9));
        assertThat(p.azimuthDeg()).isEqualTo(180);
    }

    @Test
    void modulesThatWereLaidCountOneByOne() throws Failure {
        // 30 modules of 440 Wc and 1.13 m × 1.76 m, whatever the area; those in the shade do not count.
        SolarPotential p = (SolarPotential) ofPlanes(laid(100, 1200, 30), laid(100, 700, 30));

        assertThat(p.peakPowerKWp()).isCloseTo(13.2, within(1e-9));
        assertThat(p.usableAreaM2()).isCloseTo(30 * 1.9888, within(1e-9));
        assertThat(p.yearlyYieldKWh()).isCloseTo(13.2 * 1200 * 0.8, within(1e-6));
        assertThat(p.roofAreaM2()).isCloseTo(200, within(1e-9));
    }

    @Test
    void aRoofInTheShadeSaysSo() throws Failure {
        NoFigure dark = new NoFigure(NoFigure.Reason.TOO_DARK);
        assertThat(ofPlanes(plane(50, 45, 0, 620))).isEqualTo(dark);
        assertThat(ofPlanes(laid(50, 620, 12))).isEqualTo(dark);
        assertThat(ofPlanes(plane(15, 45, 180, 1180), plane(60, 45, 0, 620)))
                .as("2.3 kWc in the sun are too little")
                .isEqualTo(dark);
        assertThat(RoofPotential.ofFootprint(100, 700, Installation.conventions()))
                .isEqualTo(dark);
    }

    @Test
    void aRoofWithoutRoomForAModuleSaysSo() throws Failure {
        assertThat(ofPlanes(laid(30, 1100, 0), laid(12, 600, 0))).isEqualTo(new NoFigure(NoFigure.Reason.NO_MODULE));
        assertThat(ofPlanes(laid(30, 1100, 6))).as("2.64 kWc").isEqualTo(new NoFigure(NoFigure.Reason.TOO_SMALL));
        assertThat(ofPlanes(laid(30, 1100, 7))).as("3.08 kWc").isInstanceOf(SolarPotential.class);
    }

    @Test
    void whatCannotCarryModulesSaysWhy() throws Failure {
        assertThat(ofPlanes(plane(9, 30, 180, 1200))).isEqualTo(new NoFigure(NoFigure.Reason.TOO_SMALL));
        assertThat(ofPlanes(plane(12, 30, 180, 1200))).isEqualTo(new NoFigure(NoFigure.Reason.TOO_SMALL));
        assertThat(ofPlanes(plane(80, 70, 180, 1200))).isEqualTo(new NoFigure(NoFigure.Reason.TOO_STEEP));
        for (double irradiation : new double[] {500, 1100}) {
            assertThat(RoofPotential.ofFootprint(20, irradiation, Installation.conventions()))
                    .as("2.6 kWc, in the shade and in the sun")
                    .isEqualTo(new NoFigure(NoFigure.Reason.TOO_SMALL));
        }
        assertThat(RoofPotential.ofFootprint(8, 1100, Installation.conventions()))
                .isEqualTo(new NoFigure(NoFigure.Reason.TOO_SMALL));
    }

    @Test
    void aFootprintTakesSixtyPerCent() throws Failure {
        SolarPotential p = (SolarPotential) RoofPotential.ofFootprint(100, 1000, Installation.conventions());

        assertThat(p.usableAreaM2()).isCloseTo(60, within(1e-9));
        assertThat(p.yearlyYieldKWh()).isCloseTo(60 * 0.22 * 1000 * 0.8, within(1e-6));
        assertThat(p.tiltDeg()).isNaN();
        assertThat(p.monthlyIrradiationKWhM2()).isEmpty();
    }
}
