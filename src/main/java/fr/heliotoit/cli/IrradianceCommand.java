package fr.heliotoit.cli;

import fr.heliotoit.app.CellChoice;
import fr.heliotoit.app.IrradianceMap;
import fr.heliotoit.app.Outputs;
import fr.heliotoit.app.SceneFiles;
import fr.heliotoit.app.WeatherPlace;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.GeoTiffWriter;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.io.WeatherFiles;
import fr.heliotoit.solar.ClearDay;
import fr.heliotoit.solar.Foliage;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.SkyTables;
import fr.heliotoit.solar.SurfaceIrradiation;
import fr.heliotoit.solar.WeatherYear;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import fr.heliotoit.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code heliotoit irradiance}. */
@Command(name = "irradiance", mixinStandardHelpOptions = true)
final class IrradianceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--dsm", required = true, arity = "1..*", paramLabel = "F", descriptionKey = "irradiance.dsm")
    private List<Path> dsm = List.of();

    @Option(names = "--weather", paramLabel = "F", descriptionKey = "irradiance.weather")
    private @Nullable Path weather;

    @Option(names = "--out", required = true, paramLabel = "F.tif", descriptionKey = "irradiance.out")
    private Path out = Path.of("");

    @Option(names = "--months", descriptionKey = "irradiance.months")
    private boolean months;

    @Option(names = "--azimuths", paramLabel = "N", descriptionKey = "irradiance.azimuths")
    private int azimuths = SkyTables.AZIMUTHS;

    @Option(names = "--roofs", paramLabel = "F", descriptionKey = "irradiance.roofs")
    private @Nullable Path roofs;

    @Option(names = "--all-cells", descriptionKey = "irradiance.allCells")
    private boolean allCells;

    @Option(names = "--slope", paramLabel = "F", descriptionKey = "irradiance.slope")
    private @Nullable Path slope;

    @Option(names = "--aspect", paramLabel = "F", descriptionKey = "irradiance.aspect")
    private @Nullable Path aspect;

    @Option(names = "--dtm", paramLabel = "F", descriptionKey = "irradiance.dtm")
    private @Nullable Path terrain;

    @Option(names = "--canopy", paramLabel = "F", descriptionKey = "irradiance.canopy")
    private @Nullable Path canopy;

    @Option(names = "--transmissivity", paramLabel = "0–1", descriptionKey = "irradiance.transmissivity")
    private double transmissivity = Foliage.IN_LEAF;

    @Option(names = "--winter-transmissivity", paramLabel = "0–1", descriptionKey = "irradiance.winterTransmissivity")
    private @Nullable Double winterTransmissivity;

    @Option(names = "--albedo", paramLabel = "A", descriptionKey = "irradiance.albedo")
    private double albedo = 0.2;

    @Option(names = "--clear-sky", paramLabel = "JOUR", descriptionKey = "irradiance.clearSky")
    private @Nullable Integer clearDay;

    @Option(names = "--linke", paramLabel = "TL", descriptionKey = "irradiance.linke")
    private double linke = 3;

    @Option(names = "--crs", paramLabel = "EPSG:n", descriptionKey = "crs")
    private @Nullable String crs;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws Failure {
        check(threads >= 1, "--threads", threads);
        check(azimuths >= 4 && azimuths <= 3600, "--azimuths", azimuths);
        check(albedo >= 0 && albedo <= 1, "--albedo", albedo);
        check(clearDay == null || (clearDay >= 1 && clearDay <= 366), "--clear-sky", clearDay);
        check(linke >= 1 && linke <= 10, "--linke", linke);
        check(transmissivity >= 0 && transmissivity <= 1, "--transmissivity", transmissivity);
        double winter = winterTransmissivity == null ? transmissivity : winterTransmissivity;
        check(winter >= 0 && winter <= 1, "--winter-transmissivity", winter);
        check((slope == null) == (aspect == null), "--aspect", aspect);
        require((weather != null) != (clearDay != null), "app.irradiance.light");
        require(clearDay == null || !months, "app.irradiance.dayMonths");
        Outputs.checkTiles(out, dsm);
        Outputs.check(out, weather, roofs, slope, aspect, terrain, canopy);
        Crs given = crs == null ? null : Crs.of(crs);
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        try (RasterSource surface = RasterFiles.open(dsm, given)) {
            Crs system = surface.crs()
                    .orElseThrow(() ->
                            Failure.of("app.irradiance.crs", dsm.getFirst().toString()));
            if (!system.projected()) {
                throw Failure.of("app.compute.degrees", dsm.getFirst().toString(), system.code());
            }
            system.requireTrueScale(
                    surface.grid().envelope().centre().x,
                    surface.grid().envelope().centre().y);
            if (roofs == null && !allCells) {
                say(List.of(Message.of("app.irradiance.all")));
            }
            Foliage foliage = new Foliage(transmissivity, winter);
            try (CellChoice choice = CellChoice.open(surface, system, allCells ? null : roofs, slope, aspect, given);
                    SceneFiles scene =
                            SceneFiles.open(surface, system, source(terrain, given), source(canopy, given), foliage)) {
                SceneFiles.Light light = light(surface, system);
                SurfaceIrradiation.Options options =
                        SurfaceIrradiation.Options.DEFAULT.withThreads(threads).withTile(2 * GeoTiffWriter.TILE);
                IrradianceMap.Bands bands = clearDay != null
                        ? IrradianceMap.Bands.DAY
                        : months ? IrradianceMap.Bands.MONTHS : IrradianceMap.Bands.YEAR;
                List<Message> notes = new IrradianceMap(
                                surface, system, scene.sky(light), scene.surroundings(light), choice, options)
                        .write(out, bands, metadata(winter), progress);
                progress.done();
                say(notes);
            }
        }
        spec.commandLine().getOut().println(Texts.current().text("cli.irradiance.done", out.toString()));
        return ExitCode.DONE;
    }

    private SceneFiles.Light light(RasterSource surface, Crs system) throws Failure {
        Coordinate middle = surface.grid().envelope().centre();
        Coordinate lonLat = system.transform(middle.x, middle.y, Crs.WGS84);
        Place place = new Place(lonLat.y, lonLat.x, altitude(surface));
        double convergence = system.convergenceDeg(middle.x, middle.y);
        if (weather == null) {
            int day = Objects.requireNonNull(clearDay, "light was asked for");
            if (!ClearDay.rises(place, day)) {
                throw Failure.of("app.irradiance.night", day, place.latitudeDeg());
            }
            return shares -> ClearDay.table(place, day, linke, albedo, convergence, azimuths, shares);
        }
        WeatherYear year = WeatherFiles.read(weather, place);
        List<Message> notes = new ArrayList<>(year.origin().notes());
        WeatherPlace.check(weather, year, place).ifPresent(notes::add);
        say(notes);
        return shares -> SkyTables.of(year, convergence, albedo, azimuths, SkyTables.PARTS, shares);
    }

    private void say(List<Message> notes) {
        for (Message note : notes) {
            spec.commandLine().getErr().println(Texts.current().text(note));
        }
    }

    private static SceneFiles.@Nullable Source source(@Nullable Path file, @Nullable Crs given) {
        return file == null ? null : new SceneFiles.Source(file, given);
    }

    private void check(boolean right, String option, @Nullable Object value) {
        if (!right) {
            throw new ParameterException(
                    spec.commandLine(), option, null, spec.findOption(option), String.valueOf(value));
        }
    }

    private static void require(boolean right, String key) throws Failure {
        if (!right) {
            throw Failure.of(key);
        }
    }

    /** Height of the model's middle [m]; 0 where it has a hole there. */
    private static double altitude(RasterSource surface) throws Failure {
        float z = surface.read(surface.grid().columns() / 2, surface.grid().rows() / 2, 1, 1)
                .at(0, 0);
        return Float.isFinite(z) ? Math.clamp(z, -500f, 9000f) : 0;
    }

    /** What the figures depend on, for whoever finds the file in ten years. */
    private Map<String, String> metadata(double winter) throws Failure {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("HELIOTOIT_MNS", names(RasterFiles.tiles(dsm)));
        items.put("HELIOTOIT_METEO", weather == null ? "ciel clair ESRA" : String.valueOf(weather.getFileName()));
        if (clearDay != null) {
            items.put("HELIOTOIT_JOUR", String.valueOf(clearDay));
            items.put("HELIOTOIT_LINKE", String.valueOf(linke));
        }
        items.put("HELIOTOIT_AZIMUTS", String.valueOf(azimuths));
        items.put("HELIOTOIT_ALBEDO", String.valueOf(albedo));
        items.put("HELIOTOIT_TOITS", allCells || roofs == null ? "toutes les cellules" : name(roofs));
        items.put(
                "HELIOTOIT_PENTE",
                slope == null ? "MNS, fenêtre 3 x 3 (Horn 1981)" : name(slope) + ", " + name(aspect));
        if (terrain != null) {
            items.put("HELIOTOIT_MNT", name(terrain));
        }
        if (canopy != null) {
            items.put("HELIOTOIT_CANOPEE", name(canopy));
            items.put("HELIOTOIT_TRANSMISSIVITE", transmissivity + " (avril-octobre), " + winter + " (novembre-mars)");
        }
        items.put("HELIOTOIT_PORTEE_CELLULES", String.valueOf(SurfaceIrradiation.Options.DEFAULT.reach()));
        return items;
    }

    private static String names(List<Path> tiles) {
        String first = name(tiles.getFirst());
        return tiles.size() == 1 ? first : tiles.size() + " dalles, " + first + " … " + name(tiles.getLast());
    }

    /** A file's name alone: folders of this machine do not belong in a file that is passed on. */
    private static String name(@Nullable Path file) {
        return file == null ? "" : String.valueOf(file.getFileName());
    }
}
