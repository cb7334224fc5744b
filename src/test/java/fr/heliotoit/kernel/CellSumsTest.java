package fr.heliotoit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellSumsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 13, 207, 1024, 4098})
    void theTwinsGiveTheSameBits(int count) {
        Random random = new Random(count);
        float[][] tables = new float[5][(SkyTable.BINS + 1) * SkyTable.ENTRY];
        short[][] bins = new short[5][count];
        for (int g = 0; g < 5; g++) {
            for (int i = 0; i < tables[g].length; i++) {
                tables[g][i] = 10 * random.nextFloat() - 5;
            }
            for (int i = 0; i < count; i++) {
                bins[g][i] = (short) random.nextInt(SkyTable.BINS + 1);
            }
        }
        float[] east = new float[count];
        float[] north = new float[count];
        float[] up = new float[count];
        for (int i = 0; i < count; i++) {
            east[i] = random.nextFloat() - 0.5f;
            north[i] = random.nextFloat() - 0.5f;
            up[i] = i % 5 == 3 ? 0 : random.nextFloat();
        }
        float[] plain = new float[count * SkyTable.PERIODS];
        float[] vector = new float[count * SkyTable.PERIODS];
        new ScalarCellSums().add(tables, bins, 5, east, north, up, count, plain);
        Kernels.cellSums().add(tables, bins, 5, east, north, up, count, vector);
        assertThat(vector).containsExactly(plain);
    }
}
