package fr.heliotoit.app;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.ModuleFacing;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.io.WeatherFiles;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.rules.DataPack;
import fr.heliotoit.rules.HourCalendar;
import fr.heliotoit.rules.Interval;
import fr.heliotoit.rules.LoadProfiles;
import fr.heliotoit.rules.PackKind;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.rules.Uncertainty;
import fr.heliotoit.solar.LightHours;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.PlaneYield;
import fr.heliotoit.solar.PvSystem;
import fr.heliotoit.solar.TiltEffect;
import fr.heliotoit.solar.WeatherYear;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * The hours of a roof's production: the planes' directions under the project's weather year, each month scaled to the light that the building
 * receives in it, then reflection, cell temperature, losses and inverter. A computation takes the months from here, plane by plane; the hours of
 * a building are scaled to the figures that it has, by months or by the year alone (a supplied raster, an older version): these stay the only ones.
 */
public final class EnergyModel {
    private final LightHours light;
    private final PvSystem system;
    private final TiltEffect tiltEffect;
    private final DataPack uncertainty;
    private final Conventions conventions;
    private final HourCalendar calendar;
    private final Map<String, List<ModuleFacing>> modules;

    private EnergyModel(
            LightHours light,
            PvSystem system,
            TiltEffect tiltEffect,
            DataPack uncertainty,
            Conventions conventions,
            HourCalendar calendar,
            Map<String, List<ModuleFacing>> modules) {
        this.light = light;
        this.system = system;
        this.tiltEffect = tiltEffect;
        this.uncertainty = uncertainty;
        this.conventions = conventions;
        this.calendar = calendar;
        this.modules = modules;
    }

    /**
     * Of a project's weather year.
     *
     * @param given a weather file in place of the registered one
     * @throws Failure when the project knows no weather year
     */
    public static EnergyModel of(ProjectFile project, @Nullable Path given, List<BuildingRecord> records, Packs packs)
            throws Failure {
        if (records.isEmpty()) {
            throw Failure.of("store.empty", project.path());
        }
        Place place = place(project, records);
        Path file = given != null
                ? given
                : known(project, place)
                        .orElseThrow(() ->
                                Failure.of("app.energy.weather", project.path().getFileName()));
        if (!Files.isRegularFile(file)) {
            throw Failure.of("app.compute.missing", file);
        }
        return of(WeatherFiles.read(file, place), packs, project.moduleFacings());
    }

    /** @param modules directions by building; a building that is not named is taken by its planes */
    static EnergyModel of(WeatherYear weather, Packs packs, Map<String, List<ModuleFacing>> modules) throws Failure {
        DataPack pack = packs.of(PackKind.SYSTEM);
        LoadProfiles profiles = LoadProfiles.of(packs.of(PackKind.LOADS));
        long[] end = new long[weather.hours()];
        double[] global = new double[weather.hours()];
        for (int i = 0; i < end.length; i++) {
            end[i] = weather.endEpochSecond(i);
            global[i] = weather.ghi(i);
        }
        LightHours light = LightHours.of(weather, pack.value("albedo"), 1);
        return new EnergyModel(
                light,
                PvSystems.of(pack),
                new TiltEffect(light),
                packs.of(PackKind.UNCERTAINTY),
                DataPacks.conventions(packs),
                HourCalendar.of(
                        end, global, zone(weather.place()), packs.today().getYear(), profiles.holidays()),
                modules);
    }

    /** Whether there is a weather year to reckon with: the registered one, whose file may have been moved, or one that is delivered. */
    static boolean weatherAtHand(ProjectFile project, List<BuildingRecord> records) throws Failure {
        return !records.isEmpty()
                && known(project, place(project, records))
                        .filter(Files::isRegularFile)
                        .isPresent();
    }

    /** Whether the project names a weather year, or one is delivered; what has been moved is a failure to be told. */
    static boolean weatherKnown(ProjectFile project, List<BuildingRecord> records) throws Failure {
        return !records.isEmpty() && known(project, place(project, records)).isPresent();
    }

    private static Place place(ProjectFile project, List<BuildingRecord> records) throws Failure {
        Coordinate first = records.getFirst().building().footprint().getCoordinate();
        Coordinate lonLat = project.info().crs().transform(first.x, first.y, Crs.WGS84);
        return new Place(lonLat.y, lonLat.x, 0);
    }

    private static Optional<Path> known(ProjectFile project, Place place) throws Failure {
        Path folder = Objects.requireNonNull(project.path().toAbsolutePath().getParent());
        for (InputFile input : project.inputs()) {
            if (input.kind() == InputFile.Kind.WEATHER) {
                return Optional.of(folder.resolve(input.path()));
            }
        }
        return ShippedClimate.near(place);
    }

    /** Legal time in metropolitan France with its summer time; elsewhere the mean time of the place. */
    private static ZoneId zone(Place place) {
        boolean france = place.longitudeDeg() > -6 && place.longitudeDeg() < 10 && place.latitudeDeg() > 40;
        return france ? ZoneId.of("Europe/Paris") : ZoneOffset.ofHours((int) Math.round(place.longitudeDeg() / 15));
    }

    /** When its hours are in people's lives. */
    public HourCalendar calendar() {
        return calendar;
    }

    public PvSystem system() {
        return system;
    }

    /** Below this power there is no site [kWc]. */
    double smallestSiteKWp() {
        return conventions.smallestSite().value();
    }

    /** The same for buildings whose modules are known. @param modules directions by building */
    EnergyModel withModules(Map<String, List<ModuleFacing>> modules) {
        return new EnergyModel(light, system, tiltEffect, uncertainty, conventions, calendar, modules);
    }

    /**
     * What modules yield by month, January first [kWh/kWc].
     *
     * @param facings directions with the powers that they share
     * @param monthsKWhM2 irradiation that the modules receive, shade included, January first [kWh/m²]
     */
    List<Double> monthlyKWhPerKWp(List<ModuleFacing> facings, List<Double> monthsKWhM2) {
        return Arrays.stream(PlaneYield.ofRoof(light, shares(facings), array(monthsKWhM2), system)
                        .monthlyKWhPerKWp())
                .boxed()
                .toList();
    }

    LightHours light() {
        return light;
    }

    /**
     * A roof's production.
     *
     * @param hourlyKWh of the weather year
     * @param monthlyKWh January first
     * @param yearly the building's figure with its interval of 80 %
     * @param clippedKWh what the inverter's limit cost
     * @param performanceRatio the year's yield over its light (IEC 61724-1); that of the conventions when the figure comes from it
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Production(
            float[] hourlyKWh, double[] monthlyKWh, Interval yearly, double clippedKWh, double performanceRatio) {}

    /** Of a building with a figure and modules. */
    public Production production(BuildingRecord record, SolarPotential potential) throws Failure {
        List<PlaneYield.Facing> facings = facings(record, potential);
        double[] months = array(potential.monthlyIrradiationKWhM2());
        PlaneYield yield = PlaneYield.ofRoof(light, facings, months, system);
        double ratio = yield.performanceRatio();
        double[] scale = scale(potential, yield);
        float[] hours = yield.hourlyKWhPerKWp();
        for (int i = 0; i < hours.length; i++) {
            hours[i] *= (float) scale[light.weather().month(i) - 1];
        }
        double[] monthly = yield.monthlyKWhPerKWp();
        for (int m = 0; m < monthly.length; m++) {
            monthly[m] *= scale[m];
        }
        return new Production(
                hours,
                monthly,
                interval(record, potential, facings),
                yield.clippedKWhPerKWp() * ratio(potential.yearlyYieldKWh(), yield.yearKWhPerKWp()),
                potential.method() == SolarPotential.Method.HOURLY
                        ? ratio
                        : conventions.performanceRatio().value());
    }

    /** Per month: hours add up to the months that the building's figure has, or to its year when it has none. */
    private static double[] scale(SolarPotential potential, PlaneYield yield) {
        double[] scale = new double[12];
        List<Double> months = potential.monthlyYieldKWh();
        for (int m = 0; m < scale.length; m++) {
            scale[m] = months.isEmpty()
                    ? ratio(potential.yearlyYieldKWh(), yield.yearKWhPerKWp())
                    : ratio(months.get(m), yield.monthlyKWhPerKWp()[m]);
        }
        return scale;
    }

    private static double ratio(double kWh, double kWhPerKWp) {
        return kWhPerKWp > 0 ? kWh / kWhPerKWp : 0;
    }

    private static double @Nullable [] array(List<Double> months) {
        return months.isEmpty()
                ? null
                : months.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<PlaneYield.Facing> shares(List<ModuleFacing> facings) {
        double power = facings.stream().mapToDouble(ModuleFacing::powerKWp).sum();
        return facings.stream()
                .map(m -> new PlaneYield.Facing(m.tiltDeg(), m.azimuthDeg(), m.powerKWp() / power))
                .toList();
    }

    /** The packs that a production and its interval come from, as they are cited. @param hourly whether by the hourly chain */
    static List<String> sources(Packs packs, boolean hourly) throws Failure {
        Packs own = packs.fresh();
        own.of(PackKind.CONVENTIONS);
        if (hourly) {
            own.of(PackKind.SYSTEM);
        }
        own.of(PackKind.UNCERTAINTY);
        return own.citations();
    }

    /** The interval of 80 % around a building's production [kWh/yr]. */
    Interval interval(BuildingRecord record, SolarPotential potential) throws Failure {
        return interval(record, potential, facings(record, potential));
    }

    /** The same for the figure of a supplied raster, of which neither weather nor planes are known. */
    static Interval intervalOfRaster(SolarPotential potential, Packs packs) throws Failure {
        DataPack pack = packs.of(PackKind.UNCERTAINTY);
        return Uncertainty.of(pack, new Uncertainty.Knowledge(false, false, true, 0, 0))
                .around(potential.yearlyYieldKWh(), pack.value("coverage"));
    }

    private Interval interval(BuildingRecord record, SolarPotential potential, List<PlaneYield.Facing> facings)
            throws Failure {
        double effect = 0;
        for (PlaneYield.Facing facing : facings) {
            effect += facing.share() * tiltEffect.at(facing.surfaceTiltDeg(), facing.surfaceAzimuthDeg());
        }
        double error = record.planes().stream()
                .mapToDouble(p -> Uncertainty.tiltErrorDeg(p.fitErrorM(), p.areaM2()) * p.areaM2())
                .sum();
        double area = record.planes().stream().mapToDouble(RoofPlane::areaM2).sum();
        Uncertainty known = Uncertainty.of(
                uncertainty,
                new Uncertainty.Knowledge(
                        light.weather().origin().synthetic(),
                        modules.containsKey(record.building().id()),
                        potential.method() == SolarPotential.Method.RASTER,
                        effect,
                        area > 0 ? error / area : 0));
        return known.around(potential.yearlyYieldKWh(), uncertainty.value("coverage"));
    }

    /** As the modules were laid; else the planes that take modules, by area; a roof without planes counts as one that lies flat or faces as the building says. */
    private List<PlaneYield.Facing> facings(BuildingRecord record, SolarPotential potential) {
        List<ModuleFacing> laid = modules.getOrDefault(record.building().id(), List.of());
        double power = laid.stream().mapToDouble(ModuleFacing::powerKWp).sum();
        if (power > 0) {
            return shares(laid);
        }
        List<RoofPlane> planes = record.planes().stream()
                .filter(p -> p.areaM2() >= conventions.smallestRoof().value()
                        && p.surfaceTiltDeg() <= conventions.excludedAbove().value()
                        && !facesAway(p))
                .toList();
        if (planes.isEmpty()) {
            double tilt = Double.isNaN(potential.tiltDeg()) ? 0 : potential.tiltDeg();
            double azimuth = Double.isNaN(potential.azimuthDeg()) ? 180 : potential.azimuthDeg();
            return List.of(new PlaneYield.Facing(tilt, azimuth, 1));
        }
        double area = planes.stream().mapToDouble(RoofPlane::areaM2).sum();
        List<PlaneYield.Facing> facings = new ArrayList<>();
        for (RoofPlane plane : planes) {
            facings.add(
                    new PlaneYield.Facing(plane.surfaceTiltDeg(), plane.surfaceAzimuthDeg(), plane.areaM2() / area));
        }
        return facings;
    }

    /** Steep planes to the north do not reach the least irradiation that modules are laid for. */
    private static boolean facesAway(RoofPlane plane) {
        double fromNorth = Math.abs(Math.IEEEremainder(plane.surfaceAzimuthDeg(), 360));
        return plane.surfaceTiltDeg() > 20 && fromNorth < 60;
    }
}
