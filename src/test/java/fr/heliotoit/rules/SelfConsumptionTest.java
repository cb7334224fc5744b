package fr.heliotoit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.rules.SelfConsumption.Battery;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelfConsumptionTest {
    private static final float[] DAY = {0, 0, 3, 5, 1, 0};
    private static final float[] NEED = {1, 1, 1, 2, 2, 2};

    @Test
    void usesWhatIsNeededInTheSameHour() {
        SelfConsumption plain = SelfConsumption.of(DAY, 1, NEED, 1, Battery.NONE);
        assertThat(plain.usedKWh()).isEqualTo(1 + 2 + 1);
        assertThat(plain.surplusKWh()).isEqualTo(5);
        assertThat(plain.boughtKWh()).isEqualTo(5);
        assertThat(plain.selfConsumptionRate()).isCloseTo(4 / 9.0, within(1e-12));
        assertThat(plain.selfProductionRate()).isCloseTo(4 / 9.0, within(1e-12));
    }

    /** 2 kWh fit: taken in the third hour, given back in the fifth and sixth. */
    @Test
    void keepsSurplusForLaterWithABattery() {
        SelfConsumption stored = SelfConsumption.of(DAY, 1, NEED, 1, new Battery(2, 10, 1));
        assertThat(stored.usedKWh()).isCloseTo(6, within(1e-12));
        assertThat(stored.surplusKWh()).isCloseTo(3, within(1e-12));
        assertThat(stored.batteryLossKWh()).isCloseTo(0, within(1e-12));
        SelfConsumption lossy = SelfConsumption.of(DAY, 1, NEED, 1, new Battery(2, 10, 0.81));
        assertThat(lossy.usedKWh()).isCloseTo(4 + 2 * 0.9, within(1e-12));
        assertThat(lossy.batteryLossKWh()).isCloseTo(2 / 0.9 - 1.8, within(1e-12));
    }

    @Test
    void losesNoEnergyWhateverTheHours() {
        Random random = new Random(8);
        float[] made = new float[8760];
        float[] need = new float[8760];
        for (int i = 0; i < made.length; i++) {
            made[i] = Math.max(0, random.nextFloat() - 0.4f);
            need[i] = random.nextFloat() / 3;
        }
        for (double capacity : new double[] {0, 0.5, 5}) {
            SelfConsumption year = SelfConsumption.of(made, 2, need, 3, new Battery(capacity, 0.3, 0.9));
            assertThat(year.usedKWh() + year.boughtKWh()).isCloseTo(year.consumptionKWh(), within(1e-6));
            // What is left in the battery at the end of the year is at most its capacity.
            assertThat(year.productionKWh() - year.usedKWh() - year.surplusKWh() - year.batteryLossKWh())
                    .isBetween(-1e-6, capacity + 1e-6);
        }
    }

    @Test
    void sharesByKeysAmongConsumers() {
        List<Sharing.Consumer> consumers = List.of(
                new Sharing.Consumer("école", new float[] {0.5f, 0.5f}, 4, 0.25),
                new Sharing.Consumer("mairie", new float[] {0.25f, 0.75f}, 8, 0.75));
        Sharing.Result dynamic = Sharing.of(new double[] {2, 10}, consumers, Sharing.Keys.DYNAMIC);
        // Hour 1: needs 2 and 2, 2 made: one each. Hour 2: needs 2 and 6, 10 made: all of both.
        assertThat(dynamic.parts().get(0).allocatedKWh()).isCloseTo(3, within(1e-9));
        assertThat(dynamic.parts().get(1).allocatedKWh()).isCloseTo(7, within(1e-9));
        assertThat(dynamic.surplusKWh()).isCloseTo(2, within(1e-9));
        Sharing.Result fixed = Sharing.of(new double[] {2, 10}, consumers, Sharing.Keys.FIXED);
        assertThat(fixed.parts().get(0).allocatedKWh()).isCloseTo(0.5 + 2, within(1e-9));
        assertThat(fixed.parts().get(1).allocatedKWh()).isCloseTo(1.5 + 6, within(1e-9));
        assertThat(fixed.surplusKWh() + fixed.sharedKWh()).isCloseTo(12, within(1e-9));
        assertThatThrownBy(() -> Sharing.of(
                        new double[] {1, 1},
                        List.of(new Sharing.Consumer("trop", new float[] {1, 0}, 1, 1.2)),
                        Sharing.Keys.FIXED))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
