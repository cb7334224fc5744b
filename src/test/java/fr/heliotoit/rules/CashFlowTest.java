package fr.heliotoit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Worked examples that others have published, with their results. */
class CashFlowTest {
    /** Microsoft, documentation of Excel's NPV, examples 1 and 2. There the first flow is discounted too; here year 0 is not. */
    @Test
    void netPresentValueOfThePublishedExamples() {
        assertThat(CashFlow.netPresentValue(0.10, 0, -10_000, 3_000, 4_200, 6_800))
                .isCloseTo(1188.44, within(0.005));
        assertThat(CashFlow.netPresentValue(0.08, -40_000, 8_000, 9_200, 10_000, 12_000, 14_500))
                .isCloseTo(1922.06, within(0.005));
        assertThat(CashFlow.netPresentValue(0.08, -40_000, 8_000, 9_200, 10_000, 12_000, 14_500, -9_000))
                .isCloseTo(-3749.47, within(0.005));
    }

    /** Microsoft, documentation of Excel's IRR: −2.1 % after four years, 8.7 % after five, −44.4 % after two. */
    @Test
    void internalRateOfThePublishedExamples() {
        assertThat(CashFlow.internalRate(-70_000, 12_000, 15_000, 18_000, 21_000)
                        .orElseThrow())
                .isCloseTo(-0.021, within(0.0005));
        assertThat(CashFlow.internalRate(-70_000, 12_000, 15_000, 18_000, 21_000, 26_000)
                        .orElseThrow())
                .isCloseTo(0.087, within(0.0005));
        assertThat(CashFlow.internalRate(-70_000, 12_000, 15_000).orElseThrow()).isCloseTo(-0.444, within(0.0005));
    }

    /** Microsoft, documentation of Excel's PMT: 10 000 at 8 %/12 over 10 months. */
    @Test
    void annuityOfThePublishedExample() {
        assertThat(CashFlow.annuity(10_000, 0.08 / 12, 10)).isCloseTo(1037.03, within(0.005));
        assertThat(CashFlow.annuity(9_000, 0, 3)).isEqualTo(3_000);
    }

    /** W. Short, D. Packey and T. Holt, NREL/TP-462-5173 (1995): the levelised cost with even output is CRF · investment over output. */
    @Test
    void levelisedCostOfEvenOutputIsTheAnnuityOverTheOutput() {
        double[] costs = new double[31];
        double[] output = new double[31];
        costs[0] = 1_000;
        for (int n = 1; n <= 30; n++) {
            costs[n] = 15;
            output[n] = 950;
        }
        assertThat(CashFlow.levelisedCost(0.05, costs, output))
                .isCloseTo((CashFlow.annuity(1_000, 0.05, 30) + 15) / 950, within(1e-12));
    }

    @Test
    void paysBackWithinTheYearThatBringsTheSumToNothing() {
        assertThat(CashFlow.payback(-100, 40, 40, 40).orElseThrow()).isEqualTo(2.5);
        assertThat(CashFlow.payback(-100, 10, 10)).isEmpty();
        assertThat(CashFlow.payback(0, 10).orElseThrow()).isZero();
    }

    @Test
    void hasNoRateOfReturnWhereNothingComesBack() {
        assertThat(CashFlow.internalRate(-100, -1, -1)).isEmpty();
        assertThat(CashFlow.internalRate(100, 1, 1)).isEmpty();
    }
}
