package fr.heliotoit.app.validation;

import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.io.WeatherFiles;
import fr.heliotoit.solar.CellTemperature;
import fr.heliotoit.solar.HorizonProfile;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.PvWatts;
import fr.heliotoit.solar.ShadedPlane;
import fr.heliotoit.solar.SunPath;
import fr.heliotoit.solar.WeatherYear;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** PVGIS 5.2 yearly yields of single raster cells in two English towns, gathered by the solar-wizard project. */
final class PvgisAnswers {
    private static final double ALBEDO = 0.2;
    private static final int PARTS = 4;

    /** PVGIS: U0, U1 of crystalline silicon (M. Koehl et al., Solar Energy Materials and Solar Cells 95, 2011). */
    private static final CellTemperature TEMPERATURE = CellTemperature.faiman(26.9, 6.2);

    private static final PvWatts MODULE = new PvWatts(-0.004, 0, 1, 1);

    private final Path data;
    private final WeatherYear weather;
    private final SunPath suns;

    PvgisAnswers(Path shared, Path weatherFile, Place place) throws Failure {
        data = shared.resolve("data/dsm/solar-wizard");
        weather = WeatherFiles.read(weatherFile, place);
        suns = SunPath.of(weather, PARTS);
    }

    /** A cell, what PVGIS was told of it, and its answer. */
    private record Cell(int column, int row, double tiltDeg, double azimuthDeg, double yieldKWhPerKWp) {}

    /** What is compared. */
    enum Variant {
        LIKE_PVGIS("modules, 8 horizon directions that hide the sun only (what PVGIS was asked)", false, false),
        EIGHT_FULL("modules, 8 horizon directions that hide sun and sky", false, true),
        FINE_SUN("modules, 90 directions that hide the sun only", true, false),
        FULL("modules, 90 directions that hide sun and sky", true, true);

        final String words;
        final boolean fine;
        final boolean shadedSky;

        Variant(String words, boolean fine, boolean shadedSky) {
            this.words = words;
            this.fine = fine;
            this.shadedSky = shadedSky;
        }
    }

    void town(Page page) throws Failure {
        Path folder = data.resolve("pvmaps-test_pvmaps_real_data");
        Raster surface = raster(folder.resolve("inputs/elevation_27700.tif"));
        Raster slope = raster(folder.resolve("expected/slope_27700.tif"));
        Raster aspect = raster(folder.resolve("expected/aspect_27700_grass.tif"));
        List<Cell> cells = new ArrayList<>();
        for (double[] sample : samples(folder)) {
            int column = (int) sample[0];
            int row = (int) sample[1];
            // GRASS counts aspect anticlockwise from east.
            cells.add(new Cell(column, row, slope.at(column, row), 90 - aspect.at(column, row), sample[2]));
        }
        compare(page, surface, cells, 1000);
    }

    void alnwick(Page page) throws Failure {
        Path folder = data.resolve("pvmaps-test_pvmaps_real_data_alnwick");
        Raster surface = raster(folder.resolve("elevation_27700.tif"));
        List<Cell> cells = new ArrayList<>();
        for (double[] sample : samples(folder)) {
            cells.add(horn(surface, (int) sample[0], (int) sample[1], sample[2]));
        }
        compare(page, surface, cells, 30);
    }

    /** Slope and aspect of a cell: B. Horn, Proc. IEEE 69 (1981) 14–47, as GRASS has them. */
    private static Cell horn(Raster z, int c, int r, double answer) {
        double east = (z.at(c + 1, r - 1)
                        + 2 * z.at(c + 1, r)
                        + z.at(c + 1, r + 1)
                        - z.at(c - 1, r - 1)
                        - 2 * z.at(c - 1, r)
                        - z.at(c - 1, r + 1))
                / (8 * z.grid().cellWidth());
        double north = (z.at(c - 1, r - 1)
                        + 2 * z.at(c, r - 1)
                        + z.at(c + 1, r - 1)
                        - z.at(c - 1, r + 1)
                        - 2 * z.at(c, r + 1)
                        - z.at(c + 1, r + 1))
                / (8 * z.grid().cellHeight());
        return new Cell(
                c,
                r,
                Math.toDegrees(Math.atan(Math.hypot(east, north))),
                Math.toDegrees(Math.atan2(-east, -north)),
                answer);
    }

    private void compare(Page page, Raster surface, List<Cell> cells, double reachM) {
        GridGeometry grid = surface.grid();
        int reach = (int) Math.ceil(reachM / Math.min(grid.cellWidth(), grid.cellHeight()));
        int[] places = cells.stream()
                .mapToInt(cell -> cell.row * grid.columns() + cell.column)
                .toArray();
        HorizonProfile[] coarse = HorizonProfile.of(surface, places, 8, reach);
        HorizonProfile[] fine = HorizonProfile.of(surface, places, 90, reach);
        double[] expected = cells.stream().mapToDouble(Cell::yieldKWhPerKWp).toArray();
        double[] likePvgis = expected;
        page.header("computed here", "factor", "RMSE %", "mean abs. %", "worst %", "share within 4.42 %");
        for (Variant variant : Variant.values()) {
            double[] yield = new double[cells.size()];
            double[] light = new double[cells.size()];
            for (int i = 0; i < yield.length; i++) {
                Cell cell = cells.get(i);
                ShadedPlane.Year year = new ShadedPlane(
                                weather,
                                cell.tiltDeg,
                                cell.azimuthDeg,
                                ALBEDO,
                                (variant.fine ? fine : coarse)[i],
                                variant.shadedSky)
                        .run(suns, 0.16, TEMPERATURE, MODULE);
                yield[i] = year.dcKWhPerKWp();
                light[i] = year.irradiation();
            }
            row(page, variant.words, yield, expected);
            if (variant == Variant.LIKE_PVGIS) {
                row(page, variant.words.replace("modules", "irradiation only"), light, expected);
                likePvgis = yield;
            }
        }
        page.end();
        worst(page, cells, coarse, likePvgis, expected);
    }

    /** The five cells that are farthest off on PVGIS's terms. */
    private static void worst(
            Page page, List<Cell> cells, HorizonProfile[] horizons, double[] yield, double[] expected) {
        double[] scaled = Agreement.scaled(yield, Agreement.commonFactor(yield, expected));
        page.header(
                "worst cells on PVGIS's terms: tilt °", "azimuth °", "sky view of the plane", "PVGIS", "here, scaled");
        IntStream.range(0, scaled.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(scaled[i] / expected[i] - 1)))
                .limit(5)
                .forEach(i -> page.row(
                        Page.number(cells.get(i).tiltDeg, 0),
                        Page.number(Math.IEEEremainder(cells.get(i).azimuthDeg - 180, 360) + 180, 0),
                        Page.number(horizons[i].sky(cells.get(i).tiltDeg, cells.get(i).azimuthDeg), 2),
                        Page.number(expected[i], 0),
                        Page.number(scaled[i], 0)));
        page.end();
    }

    private static void row(Page page, String words, double[] actual, double[] expected) {
        double factor = Agreement.commonFactor(actual, expected);
        double[] scaled = Agreement.scaled(actual, factor);
        Agreement a = Agreement.percent(scaled, expected);
        int within = 0;
        for (int i = 0; i < scaled.length; i++) {
            if (Math.abs(scaled[i] / expected[i] - 1) <= 0.0442) {
                within++;
            }
        }
        page.row(
                words,
                Page.number(factor, 3),
                Page.number(a.rmse(), 2),
                Page.number(a.mae(), 2),
                Page.number(a.worst(), 1),
                Page.number(100.0 * within / scaled.length, 0) + " %");
    }

    private static Raster raster(Path file) throws Failure {
        try (RasterSource source = RasterFiles.open(file)) {
            return source.readAll();
        }
    }

    /** Column, row and yearly yield per sample. */
    private static List<double[]> samples(Path folder) throws Failure {
        Path file = folder.resolve("pvgis_api_samples.csv");
        try {
            List<double[]> samples = new ArrayList<>();
            List<String> lines = Files.readAllLines(file);
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                samples.add(new double[] {
                    Double.parseDouble(cells[0]),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[cells.length - 1])
                });
            }
            return samples;
        } catch (IOException e) {
            throw new Failure(Message.of("solar.weather.unreadable", file.toString()), e);
        }
    }
}
