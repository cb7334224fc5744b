package fr.heliotoit.app.validation;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.io.UmepHour;
import fr.heliotoit.io.WeatherFiles;
import fr.heliotoit.solar.HorizonProfile;
import fr.heliotoit.solar.Irradiance;
import fr.heliotoit.solar.PerezSky;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.SolarPosition;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;

/** Short-wave radiation from above, measured hour by hour at two points between houses (Lindberg et al. 2008; Lindberg and Grimmond 2011). */
final class GoteborgPoints {
    private static final int AZIMUTHS = 360;
    private static final int PARTS = 12;

    /** Share of the beam that leafy crowns let through: the parameter file beside the measurements. */
    private static final double TREE_TRANSMISSIVITY = 0.03;

    /** Of walls and ground: the same file's 0.20 for walls. */
    private static final double ALBEDO = 0.2;

    private final Path data;

    GoteborgPoints(Path shared) {
        data = shared.resolve("data/dsm");
    }

    /**
     * A measuring point.
     *
     * @param x east in the raster's system [m]
     * @param y north [m]
     */
    private record Site(
            String name,
            Path folder,
            String surface,
            String ground,
            String crowns,
            Crs crs,
            double x,
            double y,
            List<Day> days,
            String measurements) {}

    private record Day(LocalDate date, String weather) {}

    /** Hour by hour: computed with and without light thrown back by walls, and measured [W/m²]. */
    private record Series(List<Double> sky, List<Double> withWalls, List<Double> measured) {
        Series() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    void write(Page page) throws Failure {
        Site kronenhuset = new Site(
                "Kronenhuset courtyard, 2005-10-07",
                data.resolve("goteborg-kr-measured"),
                "DSM_KR.tif",
                "DEM_KR.tif",
                "CDSM_KR.asc",
                Crs.of("EPSG:3007"),
                147837.673,
                6398728.296,
                List.of(new Day(LocalDate.of(2005, 10, 7), "MetFile_Prepared.txt")),
                "measurements_kr.csv");
        Site gvc = new Site(
                "GVC, three days of July 2010",
                data.resolve("goteborg-gvc-measured"),
                "DSM_GVC_1m.tif",
                "DEM_GVC_1m.tif",
                "CDSM_GVC_1m.tif",
                Crs.of("EPSG:3006"),
                319190.885,
                6398177.062,
                List.of(
                        new Day(LocalDate.of(2010, 7, 7), "MetFile20100707_Prepared.txt"),
                        new Day(LocalDate.of(2010, 7, 10), "MetFile20100710_Prepared.txt"),
                        new Day(LocalDate.of(2010, 7, 12), "MetFile20100712_Prepared.txt")),
                "measurements_gvc.csv");
        StringBuilder hours = new StringBuilder();
        page.header(
                "site",
                "measured hours against weather hours",
                "computed",
                "hours",
                "bias W/m²",
                "mean abs. W/m²",
                "RMSE W/m²",
                "worst W/m²");
        for (Site site : List.of(kronenhuset, gvc)) {
            for (int later = 0; later <= 1; later++) {
                Series series = series(site, later, hours);
                String clock = later == 0 ? "as labelled" : "measured clock one hour ahead";
                row(page, site.name, clock, "sun and sky", series.sky, series.measured);
                row(page, site.name, clock, "and light from walls, albedo 0.2", series.withWalls, series.measured);
            }
        }
        page.end();
        page.text("Hour by hour (measured hour, sun and sky computed/measured, W/m²):\n\n%s", hours);
    }

    private static void row(
            Page page, String site, String clock, String words, List<Double> actual, List<Double> expected) {
        Agreement a = Agreement.of(array(actual), array(expected));
        page.row(
                site,
                clock,
                words,
                a.count(),
                Page.number(a.bias(), 1),
                Page.number(a.mae(), 1),
                Page.number(a.rmse(), 1),
                Page.number(a.worst(), 0));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** @param later hours that the measurements' clock is ahead of the weather file's */
    private Series series(Site site, int later, StringBuilder hours) throws Failure {
        Raster surface = raster(site.folder.resolve(site.surface));
        Raster ground = raster(site.folder.resolve(site.ground));
        Raster crowns = raster(site.folder.resolve(site.crowns));
        float[] green = surface.values().clone();
        for (int i = 0; i < green.length; i++) {
            if (crowns.values()[i] > 0) {
                green[i] = Math.max(green[i], ground.values()[i] + crowns.values()[i]);
            }
        }
        int column = (int) ((site.x - surface.grid().west()) / surface.grid().cellWidth());
        int row = (int) ((surface.grid().north() - site.y) / surface.grid().cellHeight());
        int[] cell = {row * surface.grid().columns() + column};
        // The sensor stands under no crown, so its own cell keeps the ground.
        green[cell[0]] = surface.values()[cell[0]];
        HorizonProfile solid = HorizonProfile.of(surface, cell, AZIMUTHS, 300)[0];
        HorizonProfile leafy = HorizonProfile.of(new Raster(surface.grid(), green), cell, AZIMUTHS, 300)[0];
        double view = solid.sky(0, 0) - (1 - TREE_TRANSMISSIVITY) * (solid.sky(0, 0) - leafy.sky(0, 0));

        Coordinate place = site.crs.transform(site.x, site.y, Crs.WGS84);
        double convergence = site.crs.convergenceDeg(site.x, site.y);
        Place where = new Place(place.y, place.x, 10);
        Series series = new Series();
        for (Day day : site.days) {
            List<UmepHour> weather = WeatherFiles.umepHours(site.folder.resolve(day.weather));
            double offset = offsetSeconds(weather, where);
            hours.append(String.format(
                    Locale.ROOT,
                    "* %s, %s: label %+.0f min is UTC at the middle of the hour, sky view %.2f:",
                    day.date,
                    later == 0 ? "as labelled" : "one hour ahead",
                    offset / 60,
                    view));
            for (double[] measured : measurements(site, day.date)) {
                UmepHour hour = weather.get((int) measured[0] - later);
                double middle = hour.time().toEpochSecond(ZoneOffset.UTC) + offset;
                double sky = 0;
                for (int part = 0; part < PARTS; part++) {
                    double second = middle + ((part + 0.5) / PARTS - 0.5) * 3600;
                    sky += above(SolarPosition.at(second, where), hour, solid, leafy, convergence, view) / PARTS;
                }
                double walls = ALBEDO * (1 - view) * hour.ghi();
                series.sky.add(sky);
                series.withWalls.add(sky + walls);
                series.measured.add(measured[1]);
                hours.append(String.format(Locale.ROOT, " %d h %.0f/%.0f", (int) measured[0], sky, measured[1]));
            }
            hours.append('\n');
        }
        return series;
    }

    /** Irradiance on the horizontal at one instant [W/m²]. */
    private static double above(
            SolarPosition sun,
            UmepHour hour,
            HorizonProfile solid,
            HorizonProfile leafy,
            double convergence,
            double view) {
        PerezSky sky = PerezSky.of(
                hour.dhi(), hour.dni(), Irradiance.extraterrestrialNormal(sun.distanceAu()), sun.apparentZenithDeg());
        SolarPosition grid = new SolarPosition(
                sun.zenithDeg(),
                sun.apparentZenithDeg(),
                sun.azimuthDeg() - convergence,
                sun.equationOfTimeMin(),
                sun.distanceAu());
        double visible = !solid.sees(grid) ? 0 : leafy.sees(grid) ? 1 : TREE_TRANSMISSIVITY;
        double beam = (hour.dni() + sky.circumsolarNormal()) * Math.max(0, sun.sinElevation());
        return visible * beam + hour.dhi() * (1 - sky.f1()) * view;
    }

    /** What must be added to the file's time to have UTC at the middle of the interval: where direct and diffuse make the global. */
    private static double offsetSeconds(List<UmepHour> hours, Place place) {
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int minutes = -210; minutes <= 30; minutes++) {
            double sum = 0;
            for (UmepHour hour : hours) {
                if (hour.ghi() > 50) {
                    double second = hour.time().toEpochSecond(ZoneOffset.UTC) + minutes * 60.0;
                    double sin = Math.max(0, SolarPosition.at(second, place).sinElevation());
                    sum += Math.pow(hour.dhi() + hour.dni() * sin - hour.ghi(), 2);
                }
            }
            if (sum < least) {
                least = sum;
                best = minutes * 60.0;
            }
        }
        return best;
    }

    private static Raster raster(Path file) throws Failure {
        try (RasterSource source = RasterFiles.open(file)) {
            return source.readAll();
        }
    }

    /** Hour and radiation from above of a day [W/m²]; a few watts below zero are dark. */
    private static List<double[]> measurements(Site site, LocalDate date) throws Failure {
        Path file = site.folder.resolve(site.measurements);
        try {
            List<double[]> found = new ArrayList<>();
            List<String> lines = Files.readAllLines(file);
            int shift = lines.getFirst().startsWith("date,") ? 1 : 0;
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                if (shift == 0 || cells[0].equals(date.format(DateTimeFormatter.BASIC_ISO_DATE))) {
                    found.add(new double[] {
                        Double.parseDouble(cells[shift]), Math.max(0, Double.parseDouble(cells[shift + 1]))
                    });
                }
            }
            return found;
        } catch (IOException e) {
            throw new Failure(Message.of("solar.weather.unreadable", file.toString()), e);
        }
    }
}
