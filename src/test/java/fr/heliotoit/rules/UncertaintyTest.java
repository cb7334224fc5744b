package fr.heliotoit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UncertaintyTest {
    private static Uncertainty of(Uncertainty.Knowledge known) throws Failure {
        return Uncertainty.of(DataPack.load(Path.of("data/packs/incertitudes-2026.json")), known);
    }

    /** By hand: √(5² + 2² + (6.25/√3)² + (10/√3)²) = 8.67 %; at 1.2816 of it: ± 11.1 %. */
    @Test
    void addsIndependentCausesAsSquares() throws Failure {
        Uncertainty known = of(new Uncertainty.Knowledge(false, true, false, 0.01, 2));
        assertThat(known.combined())
                .isCloseTo(Math.sqrt(0.05 * 0.05 + 0.02 * 0.02 + 0.0625 * 0.0625 / 3 + 0.01 / 3), within(1e-12));
        Interval interval = known.around(1000, 1.2816);
        assertThat(interval.low()).isCloseTo(1000 - 1281.6 * known.combined(), within(1e-9));
        assertThat(interval.relativeHalfWidth()).isBetween(0.10, 0.12);
    }

    @Test
    void growsWithEveryThingThatIsNotKnown() throws Failure {
        double best =
                of(new Uncertainty.Knowledge(false, true, false, 0.002, 0)).combined();
        assertThat(of(new Uncertainty.Knowledge(true, true, false, 0.002, 0)).combined())
                .isGreaterThan(best);
        assertThat(of(new Uncertainty.Knowledge(false, false, false, 0.002, 0)).combined())
                .isGreaterThan(best);
        assertThat(of(new Uncertainty.Knowledge(false, true, true, 0.002, 0)).combined())
                .isGreaterThan(best);
        assertThat(of(new Uncertainty.Knowledge(false, true, false, 0.02, 5)).combined())
                .isGreaterThan(best);
    }

    @Test
    void takesAnOddRoofForLessCertain() {
        assertThat(Uncertainty.tiltErrorDeg(0.1, 100)).isCloseTo(1.146, within(0.001));
        assertThat(Uncertainty.tiltErrorDeg(0.1, 25)).isGreaterThan(Uncertainty.tiltErrorDeg(0.1, 100));
        assertThat(Uncertainty.tiltErrorDeg(Double.NaN, 25)).isZero();
    }
}
