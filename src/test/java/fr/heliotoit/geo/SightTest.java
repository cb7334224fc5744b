package fr.heliotoit.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SightTest {
    /** 40 × 40 cells of 1 m at height 0 with a wall 5 m high across column 20. */
    private static Raster walled() {
        float[] values = new float[40 * 40];
        for (int row = 0; row < 40; row++) {
            values[row * 40 + 20] = 5;
        }
        return new Raster(new GridGeometry(40, 40, 0, 40, 1, 1), values);
    }

    @Test
    void aWallHidesWhatIsLowAndNotWhatIsHigh() {
        Sight sight = new Sight(walled());
        assertThat(sight.clear(5.5, 20.5, 1.6, 35.5, 20.5, 3)).isFalse();
        assertThat(sight.clear(5.5, 20.5, 1.6, 35.5, 20.5, 12)).isTrue();
        assertThat(sight.clear(5.5, 20.5, 1.6, 15.5, 30.5, 0.5)).isTrue();
        // Both ways are the same line.
        assertThat(sight.clear(35.5, 20.5, 3, 5.5, 20.5, 1.6)).isFalse();
    }

    @Test
    void theCellsOfThePointsThemselvesHideNothing() {
        Sight sight = new Sight(walled());
        assertThat(sight.clear(20.5, 20.5, 5.3, 30.5, 20.5, 0.3)).isTrue();
    }

    @Test
    void nothingStandsWhereThereIsNoData() {
        float[] none = new float[1600];
        Arrays.fill(none, Float.NaN);
        Sight sight = new Sight(new Raster(new GridGeometry(40, 40, 0, 40, 1, 1), none));
        assertThat(sight.clear(5, 5, 1, 35, 35, 1)).isTrue();
        assertThat(sight.height(5, 5)).isNaN();
        assertThat(sight.height(-1, 5)).isNaN();
    }

    @Test
    void aCoarserModelKeepsTheHighestCell() {
        Raster coarse = Sight.coarser(walled(), 4);
        assertThat(coarse.grid().columns()).isEqualTo(10);
        assertThat(coarse.at(5, 3)).isEqualTo(5);
        assertThat(coarse.at(4, 3)).isZero();
        assertThat(coarse.grid().envelope()).isEqualTo(walled().grid().envelope());
    }
}
