package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class ViewRasterTest {
    private final Slope source = new Slope(10_000, 6_000);
    private final ViewRaster view = new ViewRaster(source, Crs.LAMBERT_93);

    @Test
    void fromNearTheCellsThemselvesAreRead() throws Exception {
        Raster cells =
                view.at(new Envelope(100, 150, -80, -40), 0.1, () -> false).orElseThrow();
        assertThat(cells.grid().cellWidth()).isEqualTo(0.5);
        assertThat(cells.at(0, 0)).isEqualTo(200);
        assertThat(cells.at(99, 0)).isEqualTo(299);
        assertThat(source.largest).isLessThan(20_000);
    }

    @Test
    void fromFarTheMeanOfManyCellsIsShownAndNeverMoreThanABandIsRead() throws Exception {
        Raster cells = view.at(source.grid().envelope(), 8, () -> false).orElseThrow();
        assertThat(cells.grid().columns()).isEqualTo(625);
        // 16 cells of the raster in one of the view
        assertThat((double) cells.at(100, 100)).isCloseTo(1600 + 7.5, within(3.0));
        assertThat(source.largest).isLessThan(5_000_000);
        long read = source.cells;
        view.at(source.grid().envelope(), 9, () -> false);
        assertThat(source.cells).as("the overview is made once").isEqualTo(read);
    }

    @Test
    void whatIsGivenUpIsNotKept() throws Exception {
        assertThat(view.at(source.grid().envelope(), 8, () -> true)).isEmpty();
        assertThat(view.at(source.grid().envelope(), 8, () -> false)).isPresent();
    }

    @Test
    void besideTheRasterAndAfterItIsClosedThereIsNothing() throws Exception {
        assertThat(view.at(new Envelope(-100, -50, 50, 100), 1, () -> false)).isEmpty();
        view.close();
        assertThat(view.at(source.grid().envelope(), 8, () -> false)).isEmpty();
    }

    @Test
    void theRangeLeavesOutTheEnds() throws Exception {
        assertThat(view.range(() -> false).orElseThrow()).satisfies(range -> {
            assertThat(range[0]).isCloseTo(500, within(20.0));
            assertThat(range[1]).isCloseTo(9500, within(20.0));
        });
    }

    /** Every cell has the number of its column. */
    private static final class Slope implements RasterSource {
        private final GridGeometry grid;
        private long cells;
        private long largest;

        private Slope(int columns, int rows) {
            grid = new GridGeometry(columns, rows, 0, 0, 0.5, 0.5);
        }

        @Override
        public GridGeometry grid() {
            return grid;
        }

        @Override
        public Optional<Crs> crs() {
            return Optional.of(Crs.LAMBERT_93);
        }

        @Override
        public int blockRows() {
            return 64;
        }

        @Override
        public Raster read(int column, int row, int columns, int rows) {
            float[] values = new float[columns * rows];
            for (int i = 0; i < values.length; i++) {
                int c = column + i % columns;
                int r = row + i / columns;
                values[i] = c < 0 || r < 0 || c >= grid.columns() || r >= grid.rows() ? Float.NaN : c;
            }
            cells += values.length;
            largest = Math.max(largest, values.length);
            return new Raster(grid.window(column, row, columns, rows), values);
        }

        @Override
        public void close() {}
    }
}
