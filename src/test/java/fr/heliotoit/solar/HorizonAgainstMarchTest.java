package fr.heliotoit.solar;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.kernel.Horizons;
import fr.heliotoit.text.Failure;
import org.junit.jupiter.api.Test;

/** Validation: horizons of every 13th cell of a dense town against a march that shares no code with the kernels. */
class HorizonAgainstMarchTest {
    @Test
    void horizonsAreThoseOfARayMarch() throws Failure {
        Town town = Town.dsm400();
        BruteForce brute = new BruteForce(town, 256, TestYear.at(new Place(50.43, 2.83, 40)), 0, 0.2);
        Horizons.Sweep sweep = new Horizons.Sweep(town.z, town.size, town.cell, town.cell, 512);
        double sum = 0;
        int count = 0;
        for (double azimuthDeg = 0.5; azimuthDeg < 360; azimuthDeg += 23.7) {
            double azimuth = Math.toRadians(azimuthDeg);
            sweep.run(azimuth);
            for (int cell = 5; cell < town.z.length; cell += 13) {
                int column = cell % town.size;
                int row = cell / town.size;
                double exact = Math.toDegrees(Math.atan(brute.tangent(column, row, azimuth)));
                double difference = Math.toDegrees(Math.atan(sweep.tangent(column, row))) - exact;
                assertThat(Math.abs(difference)).as("cell %d %d", column, row).isLessThan(0.15);
                sum += Math.abs(difference);
                count++;
            }
        }
        assertThat(count).isGreaterThan(150_000);
        assertThat(sum / count).as("mean absolute difference [°]").isLessThan(0.01);
    }
}
