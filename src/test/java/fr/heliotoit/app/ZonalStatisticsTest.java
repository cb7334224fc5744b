package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.Shared;
import fr.heliotoit.app.ZonalStatistics.Statistics;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.MemoryRaster;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.io.VectorFeature;
import fr.heliotoit.io.VectorFiles;
import fr.heliotoit.io.VectorSource;
import fr.heliotoit.task.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

class ZonalStatisticsTest {
    /** Validation: exactextract's answers for 3000 rotated rectangles. */
    @Test
    void agreesWithExactextract() throws Exception {
        List<String> expected = Files.readAllLines(Shared.path("reference/zonal/expected.csv"));
        List<Geometry> zones = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        readZones(zones, ids);
        try (RasterSource raster = RasterFiles.open(Shared.path("reference/zonal/irradiation.tif"))) {
            List<Statistics> all = ZonalStatistics.of(zones, raster, Progress.NONE);
            assertThat(all).hasSize(3000);
            for (int i = 0; i < 3000; i++) {
                String[] row = expected.get(i + 1).replace("\"", "").split(",");
                Statistics s = all.get(ids.indexOf(row[0]));
                double count = Double.parseDouble(row[2]);
                assertThat(s.mean()).as(row[0]).isCloseTo(Double.parseDouble(row[1]), within(1e-4));
                assertThat(s.count()).as(row[0]).isCloseTo(count, within(1e-6 * count));
                assertThat(s.sum()).as(row[0]).isCloseTo(Double.parseDouble(row[3]), within(1e-6 * s.sum()));
                assertThat(s.min()).as(row[0]).isCloseTo(Double.parseDouble(row[4]), within(1e-3));
                assertThat(s.max()).as(row[0]).isCloseTo(Double.parseDouble(row[5]), within(1e-3));
                assertThat(s.deviation()).as(row[0]).isCloseTo(Double.parseDouble(row[6]), within(1e-3));
            }
        }
    }

    @Test
    void isTheSameBitForBitForAnyNumberOfThreads() throws Exception {
        List<Geometry> zones = new ArrayList<>();
        readZones(zones, new ArrayList<>());
        List<Statistics> one;
        try (RasterSource raster = RasterFiles.open(Shared.path("reference/zonal/irradiation.tif"))) {
            one = ZonalStatistics.of(zones, raster, 1, Progress.NONE);
            assertThat(ZonalStatistics.of(zones, raster, 2, Progress.NONE)).isEqualTo(one);
            assertThat(ZonalStatistics.of(zones, raster, 8, Progress.NONE)).isEqualTo(one);
        }
    }

    @Test
    void holesNoDataAndTheEdgeOfTheRasterAreLeftOut() throws Exception {
        // 4 × 2 cells of 2 m, the value is the number of the cell; one hole in the data.
        float[] values = {0, 1, 2, 3, 4, Float.NaN, 6, 7};
        RasterSource raster = new MemoryRaster(new Raster(new GridGeometry(4, 2, 100, 54, 2, 2), values), null);
        WKTReader wkt = new WKTReader();
        List<Statistics> all = ZonalStatistics.of(
                List.of(
                        wkt.read("POLYGON ((100 50, 104 50, 104 54, 100 54, 100 50))"),
                        wkt.read(
                                "POLYGON ((104 50, 108 50, 108 54, 104 54, 104 50), (106 52, 107 52, 107 53, 106 53, 106 52))"),
                        wkt.read("POLYGON ((106 53, 110 53, 110 54, 106 54, 106 53))"),
                        wkt.read(
                                "MULTIPOLYGON (((100 52, 102 52, 102 54, 100 54, 100 52)), ((106 50, 108 50, 108 52, 106 52, 106 50)))"),
                        wkt.read("POLYGON ((0 0, 1 0, 1 1, 0 0))"),
                        wkt.read("POINT (101 53)")),
                raster,
                Progress.NONE);
        assertThat(all.get(0).count()).isEqualTo(3);
        assertThat(all.get(0).sum()).isEqualTo(5);
        assertThat(all.get(0).coveredShare()).isEqualTo(0.75);
        assertThat(all.get(1).sum()).isCloseTo(2 + 0.75 * 3 + 6 + 7, within(1e-12));
        assertThat(all.get(1).deviation()).isCloseTo(Math.sqrt(16.4 / 3.75), within(1e-12));
        assertThat(all.get(2).count()).isCloseTo(0.5, within(1e-12));
        assertThat(all.get(2).coveredShare()).isCloseTo(0.5, within(1e-12));
        assertThat(all.get(3).mean()).isEqualTo(3.5);
        assertThat(all.get(3).min()).isZero();
        for (Statistics none : all.subList(4, 6)) {
            assertThat(none.count()).isZero();
            assertThat(none.mean()).isNaN();
            assertThat(none.coveredShare()).isZero();
        }
    }

    private static void readZones(List<Geometry> zones, List<String> ids) throws Exception {
        Path file = Shared.path("reference/zonal/roofs.gpkg");
        try (VectorSource source = VectorFiles.open(file)) {
            for (VectorFeature f = source.next(); f != null; f = source.next()) {
                zones.add(Objects.requireNonNull(f.geometry()));
                ids.add(String.valueOf(f.attributes().get("id")));
            }
        }
    }
}
