package fr.heliotoit.solar;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.kernel.Horizons;
import fr.heliotoit.text.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Validation: horizons of a dense town against marches that share no code with the kernels: one that samples every bilinear patch where the ray
 * enters, halfway and where it leaves, and one in even steps of a tenth of a cell, which misses some of the tops that it passes.
 */
class HorizonAgainstMarchTest {
    @ParameterizedTest
    @CsvSource({"0, 13, 0.04", "0.1, 131, 0.15"})
    void horizonsAreThoseOfADenseRayMarch(double stepCells, int every, double bound) throws Failure {
        Town town = Town.dsm400();
        Horizons.Sweep sweep = new Horizons.Sweep(town.z, town.size, town.cell, town.cell, 512);
        double sum = 0;
        int count = 0;
        for (double azimuthDeg = 0.5; azimuthDeg < 360; azimuthDeg += 23.7) {
            double azimuth = Math.toRadians(azimuthDeg);
            sweep.run(azimuth);
            for (int cell = 5; cell < town.z.length; cell += every) {
                int column = cell % town.size;
                int row = cell / town.size;
                double exact = stepCells > 0
                        ? BruteForce.march(town, column, row, azimuth, stepCells)
                        : BruteForce.tangent(town, column, row, azimuth);
                sum += Math.abs(Math.toDegrees(Math.atan(sweep.tangent(column, row)) - Math.atan(exact)));
                count++;
            }
        }
        assertThat(count).isGreaterThan(19_000);
        assertThat(sum / count).as("mean absolute difference [°]").isLessThanOrEqualTo(bound);
    }
}
