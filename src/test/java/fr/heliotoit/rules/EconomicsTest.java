package fr.heliotoit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EconomicsTest {
    private static final Path PACKS = Path.of("data/packs");
    private static Tariffs early2026;
    private static Costs costs;

    @BeforeAll
    static void read() throws Failure {
        early2026 = Tariffs.of(DataPack.load(PACKS.resolve("tarifs-s21-2026-01.json")));
        costs = Costs.of(DataPack.load(PACKS.resolve("couts-2026.json")));
    }

    private static Economics.Case dwelling(double kWp, double kWh, double used, boolean fullSale) {
        return new Economics.Case(kWp, kWh, used, 0.005, true, 0.2001, 0, fullSale, null);
    }

    /** The facts of the first quarter of 2026, one by one. */
    @Test
    void takesTheTermsOfTheRangeOfPower() {
        assertThat(early2026.at(3).orElseThrow().surplusEurPerKWh()).isEqualTo(0.04);
        assertThat(early2026.at(9).orElseThrow().premiumEurPerKWp()).isEqualTo(80);
        assertThat(early2026.at(9.01).orElseThrow().premiumEurPerKWp()).isEqualTo(140);
        assertThat(early2026.at(36).orElseThrow().fullSaleEurPerKWh()).isCloseTo(0.0911, within(1e-12));
        assertThat(early2026.at(100).orElseThrow().fullSaleEurPerKWh()).isCloseTo(0.0792, within(1e-12));
        assertThat(early2026.at(101).orElseThrow().surplusEurPerKWh()).isNull();
        assertThat(early2026.at(501)).isEmpty();
    }

    @Test
    void paysThePremiumAtOnceForSmallAndInFivePartsForLargeOnes() {
        assertThat(early2026.premium(9, 1)).isEqualTo(720);
        assertThat(early2026.premium(9, 2)).isZero();
        assertThat(early2026.premium(30, 1)).isCloseTo(3360, within(1e-9));
        assertThat(early2026.premium(30, 5)).isCloseTo(210, within(1e-9));
        assertThat(early2026.premium(30, 6)).isZero();
    }

    /** By hand: 3 kWc, 2850 kWh, 1140 used; gross 2.75 €/Wc; year 1: 1140 · 0.2001 + 1710 · 0.04 + 240 − 1.5 % of 8250/1.055. */
    @Test
    void addsUpTheFirstYearOfAHouse() throws Failure {
        Economics house = Economics.of(dwelling(3, 2850, 1140, false), early2026, costs);
        assertThat(house.mode()).isEqualTo(Economics.Mode.SURPLUS);
        assertThat(house.investment().grossEur()).isCloseTo(8250, within(1e-9));
        assertThat(house.flows().getFirst()).isCloseTo(-8250, within(1e-9));
        double upkeep = 0.015 * 8250 / 1.055;
        assertThat(house.flows().get(1)).isCloseTo(1140 * 0.2001 + 1710 * 0.04 + 240 - upkeep, within(1e-9));
        assertThat(house.flows()).hasSize(31);
        assertThat(house.years().get(29).productionKWh()).isCloseTo(2850 * 0.855, within(1e-9));
        assertThat(house.years().get(20).salesEur()).as("after the contract").isZero();
        assertThat(house.years().get(14).inverterEur()).isCloseTo(0.08 * 8250 / 1.055, within(1e-9));
    }

    @Test
    void chargesACommuneTheFullTax() throws Failure {
        Economics.Case school = new Economics.Case(36, 34_000, 12_000, 0.005, false, 0.2001, 0, false, null);
        Economics commune = Economics.of(school, early2026, costs);
        assertThat(commune.investment().vat()).isEqualTo(0.2);
        assertThat(commune.investment().grossEur()).isCloseTo(36_000 * 1.5 * 1.2, within(1e-6));
        assertThat(commune.internalRate()).isPresent();
        assertThat(CashFlow.netPresentValue(
                        commune.internalRate().orElseThrow(),
                        commune.flows().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()))
                .isCloseTo(0, within(0.01));
    }

    @Test
    void sellsEverythingOnlyWhereThatIsOffered() throws Failure {
        Economics small = Economics.of(dwelling(3, 2850, 1140, true), early2026, costs);
        assertThat(small.mode()).as("not silently the sale of the surplus").isEqualTo(Economics.Mode.NO_SALE);
        assertThat(small.note()).isEqualTo("pas de vente en totalité");
        assertThat(small.years().getFirst().salesEur()).isZero();
        Economics full = Economics.of(dwelling(20, 19_000, 5_000, true), early2026, costs);
        assertThat(full.mode()).isEqualTo(Economics.Mode.FULL_SALE);
        assertThat(full.years().getFirst().salesEur()).isCloseTo(19_000 * 0.0911, within(1e-6));
        assertThat(full.years().getFirst().premiumEur()).isZero();
        assertThat(Economics.of(dwelling(200, 190_000, 5_000, true), early2026, costs)
                        .mode())
                .isEqualTo(Economics.Mode.NO_SALE);
        assertThat(Economics.of(dwelling(200, 190_000, 5_000, false), early2026, costs)
                        .note())
                .contains("appel d'offres");
    }

    @Test
    void takesThePriceThatSomebodyTyped() throws Failure {
        Economics.Case typed = new Economics.Case(3, 2850, 1140, 0.005, true, 0.25, 0.02, false, 6000.0);
        Economics house = Economics.of(typed, early2026, costs);
        assertThat(house.flows().getFirst()).isEqualTo(-6000);
        assertThat(house.years().get(1).avoidedEur()).isCloseTo(1140 * 0.995 * 0.25 * 1.02, within(1e-9));
    }
}
