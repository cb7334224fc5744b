package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.Shared;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.GeoTiffWriter;
import fr.heliotoit.io.MemoryRaster;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.kernel.Terrain;
import fr.heliotoit.solar.ClearDay;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.PlaneCells;
import fr.heliotoit.solar.PlaneRun;
import fr.heliotoit.solar.SurfaceIrradiation;
import fr.heliotoit.solar.Surroundings;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

/** A level field of 60 m in a valley of the Isère, in winter; the mountains around are those of a real terrain model of 100 m. */
class FarTerrainTest {
    private static final Path ISERE = Shared.path("data/france/mnt-bdalti/ISERE_100_asc.asc");
    private static final int SIDE = 60;

    @TempDir
    Path folder;

    private static Raster terrain() throws Failure {
        try (RasterSource source = RasterFiles.open(ISERE, Crs.LAMBERT_93)) {
            return source.readAll();
        }
    }

    /** The inner cell over which the ground rises most within a kilometre. */
    private static int valley(Raster terrain) {
        int n = terrain.grid().columns();
        int best = 0;
        float most = 0;
        for (int i = 0; i < terrain.values().length; i++) {
            if (i % n > n / 4 && i % n < 3 * n / 4 && i / n > n / 4 && i / n < 3 * n / 4) {
                for (int d : new int[] {-10, 10, -10 * n, 10 * n}) {
                    float rise = terrain.values()[i + d] - terrain.values()[i];
                    if (rise > most) {
                        most = rise;
                        best = i;
                    }
                }
            }
        }
        return best;
    }

    private static PlaneCells.Irradiation field(Raster ground, int cell, @Nullable Terrain terrain) throws Failure {
        float[] level = new float[SIDE * SIDE];
        Arrays.fill(level, ground.values()[cell]);
        RasterSource surface = new MemoryRaster(new Raster(grid(ground, cell), level), Crs.LAMBERT_93);
        PlaneCells middle = PlaneCells.tilted(new int[] {30}, new int[] {30}, 0, 180);
        return new PlaneRun(
                        surface,
                        ClearDay.table(new Place(45.2, 5.8, 300), 355, 3, 0.2, 0, 180),
                        new Surroundings(terrain, null),
                        SurfaceIrradiation.Options.DEFAULT)
                .run(List.of(middle), Progress.NONE)
                .getFirst();
    }

    private static GridGeometry grid(Raster ground, int cell) {
        double x = ground.grid().x(cell % ground.grid().columns());
        double y = ground.grid().y((double) (cell / ground.grid().columns()));
        return new GridGeometry(SIDE, SIDE, x - SIDE / 2.0, y + SIDE / 2.0, 1, 1);
    }

    @Test
    void mountainsHideAsMuchSkyAsAMarchOverThemFinds() throws Failure {
        Raster ground = terrain();
        int cell = valley(ground);
        Terrain read = FarTerrain.read(List.of(ISERE), Crs.LAMBERT_93, grid(ground, cell), Crs.LAMBERT_93);
        double view = 0;
        for (int degree = 0; degree < 360; degree++) {
            double horizon = Math.atan(march(ground, cell, Math.toRadians(degree)));
            view += Math.pow(Math.cos(horizon), 2) / 360;
        }
        PlaneCells.Irradiation shaded = field(ground, cell, read);
        assertThat(view).isLessThan(0.97);
        assertThat(shaded.skyView()[0]).isCloseTo((float) view, within(0.01f));
        assertThat(shaded.direct()[0]).isLessThan(field(ground, cell, null).direct()[0]);
    }

    private static double march(Raster ground, int cell, double azimuth) {
        int n = ground.grid().columns();
        double best = 0;
        for (double d = 1; d < n; d += 0.05) {
            double x = cell % n + d * Math.sin(azimuth);
            double y = cell / n - d * Math.cos(azimuth);
            int c = (int) Math.floor(x);
            int r = (int) Math.floor(y);
            if (c < 0 || r < 0 || c + 1 >= n || r + 1 >= n) {
                break;
            }
            double z = (ground.at(c, r) * (c + 1 - x) + ground.at(c + 1, r) * (x - c)) * (r + 1 - y)
                    + (ground.at(c, r + 1) * (c + 1 - x) + ground.at(c + 1, r + 1) * (x - c)) * (y - r);
            best = Math.max(
                    best, (z - ground.values()[cell]) / (d * ground.grid().cellWidth()));
        }
        return best;
    }

    @Test
    void aTerrainInDegreesGivesTheSameShadows() throws Failure {
        Raster ground = terrain();
        int cell = valley(ground);
        // The same ground as a file in degrees, as SRTM comes.
        Coordinate corner = Crs.LAMBERT_93.transform(
                ground.grid().west() + 300, ground.grid().south() + 600, Crs.WGS84);
        double step = 0.0008;
        GridGeometry degrees = new GridGeometry(130, 100, corner.x, corner.y + 100 * step, step, step);
        float[] heights = new AlignedRaster(
                        new MemoryRaster(ground, Crs.LAMBERT_93), Crs.LAMBERT_93, degrees, Crs.WGS84)
                .readAll()
                .values();
        Path file = folder.resolve("degres.tif");
        try (GeoTiffWriter writer = GeoTiffWriter.create(file, degrees, Crs.WGS84, List.of("m"), Map.of())) {
            writer.write(0, 0, 0, new Raster(degrees, heights));
            writer.finish();
        }
        Terrain metres = FarTerrain.read(List.of(ISERE), Crs.LAMBERT_93, grid(ground, cell), Crs.LAMBERT_93);
        Terrain moved = FarTerrain.read(List.of(file), null, grid(ground, cell), Crs.LAMBERT_93);
        float expected = field(ground, cell, metres).skyView()[0];
        assertThat(field(ground, cell, moved).skyView()[0]).isCloseTo(expected, within(0.015f));
    }
}
