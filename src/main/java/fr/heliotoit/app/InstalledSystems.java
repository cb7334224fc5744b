package fr.heliotoit.app;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.store.HistoryEntry;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The solar systems that exist, from the register and the buildings' files, on the buildings they stand on; and how the estimates compare
 * with what was measured.
 */
public final class InstalledSystems {
    /** What an evaluation of a project gives. */
    public static final Set<Attribute> ATTRIBUTES =
            EnumSet.of(Attribute.EQUIPEMENT, Attribute.MESURE, Attribute.PRODUCTION_RECALEE);

    /** A point of a register may lie beside its roof by this much [m]. */
    private static final double NEAR_M = 15;

    /** Where a system is known from; the code is the attribute {@code equipement}. */
    public enum Origin {
        REGISTER("registre"),
        DETECTED("detecte"),
        FILE("suivi");

        private final String code;

        Origin(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * A system on a building.
     *
     * @param kWp power; NaN when not known
     * @param measuredKWh production of a year as measured, mean of the years known; NaN when not known
     * @param injected whether that is only what went into the grid: what was used on site is missing
     * @param estimatedKWh what Héliotoit gives for the same power, or for the whole roof when the power is not known; NaN without figure
     */
    public record Installed(
            BuildingRecord record,
            Origin origin,
            double kWp,
            double measuredKWh,
            boolean injected,
            double estimatedKWh) {
        /**
         * Measured over estimated; empty when either is not known, or the power: a small system is no part of a whole roof; or when only the
         * energy injected is known, which says nothing about the estimate.
         */
        public OptionalDouble ratio() {
            return kWp > 0 && measuredKWh > 0 && estimatedKWh > 0 && !injected
                    ? OptionalDouble.of(measuredKWh / estimatedKWh)
                    : OptionalDouble.empty();
        }
    }

    private final Map<String, Installed> byBuilding;
    private final int registered;
    private final Elsewhere elsewhere;

    private InstalledSystems(Map<String, Installed> byBuilding, int registered, Elsewhere elsewhere) {
        this.byBuilding = byBuilding;
        this.registered = registered;
        this.elsewhere = elsewhere;
    }

    /**
     * Systems of the register that stand on no known building: those without a place, and lines that add up several systems, as the national
     * register does below 36 kW.
     *
     * @param lines of the register
     * @param systems in these lines
     * @param kWp their power as far as it is said
     */
    public record Elsewhere(int lines, int systems, double kWp) {}

    static InstalledSystems of(ProjectFile project, List<BuildingRecord> records) throws Failure {
        STRtree index = new STRtree();
        Map<String, BuildingRecord> byId = new HashMap<>();
        for (BuildingRecord record : records) {
            index.insert(record.building().footprint().getEnvelopeInternal(), record);
            byId.put(record.building().id(), record);
        }
        Map<String, Installed> systems = new LinkedHashMap<>();
        List<LayerFeature> register = project.layer(Layer.INSTALLATIONS);
        Map<String, BuildingRecord> byName = NationalRegister.byName(records);
        Elsewhere elsewhere = new Elsewhere(0, 0, 0);
        for (LayerFeature feature : register) {
            int together = NationalRegister.systems(feature);
            BuildingRecord record = together > 1 ? null : at(feature, index, byId);
            if (record == null && together == 1) {
                record = byName.get(NationalRegister.plain(feature.label()));
            }
            double power = number(feature, "puissance", "kwc", "puissance_kwc", NationalRegister.POWER);
            if (record == null) {
                elsewhere = new Elsewhere(
                        elsewhere.lines + 1, elsewhere.systems + together, elsewhere.kWp + (power > 0 ? power : 0));
                continue;
            }
            Origin origin =
                    feature.values().getOrDefault("source", "").contains("detect") ? Origin.DETECTED : Origin.REGISTER;
            double produced = number(feature, "production", "mesure", "kwh", NationalRegister.PRODUCED);
            // The register writes 0 where it knows nothing.
            double fed = number(feature, NationalRegister.INJECTED);
            boolean injected = !(produced > 0) && fed > 0;
            add(systems, record, origin, power, injected ? fed : produced, injected);
        }
        for (BuildingFile file : project.files().values()) {
            BuildingRecord record = byId.get(file.buildingId());
            OptionalDouble mean = file.measuredKWh().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .average();
            if (record != null && mean.isPresent()) {
                add(systems, record, Origin.FILE, Double.NaN, mean.getAsDouble(), false);
            }
        }
        return new InstalledSystems(systems, register.size(), elsewhere);
    }

    private static void add(
            Map<String, Installed> systems,
            BuildingRecord record,
            Origin origin,
            double kWp,
            double measured,
            boolean injected) {
        String id = record.building().id();
        Installed before = systems.get(id);
        double power =
                before == null || Double.isNaN(before.kWp) ? kWp : Double.isNaN(kWp) ? before.kWp : before.kWp + kWp;
        double production = before == null || Double.isNaN(before.measuredKWh)
                ? measured
                : origin == Origin.FILE
                        ? measured
                        : Double.isNaN(measured) ? before.measuredKWh : before.measuredKWh + measured;
        double estimate = Double.NaN;
        if (record.outcome() instanceof SolarPotential p && p.peakPowerKWp() > 0) {
            estimate = Double.isNaN(power) ? p.yearlyYieldKWh() : power * p.specificYieldKWhPerKWp();
        }
        boolean fed = origin == Origin.FILE ? injected : injected || before != null && before.injected;
        systems.put(
                id, new Installed(record, before == null ? origin : before.origin, power, production, fed, estimate));
    }

    private static @Nullable BuildingRecord at(LayerFeature feature, STRtree index, Map<String, BuildingRecord> byId) {
        BuildingRecord named = byId.get(feature.values().getOrDefault("batiment", ""));
        Geometry place = feature.geometry();
        if (named != null || place == null) {
            return named;
        }
        Envelope reach = new Envelope(place.getEnvelopeInternal());
        reach.expandBy(NEAR_M);
        BuildingRecord nearest = null;
        double least = NEAR_M;
        for (Object found : index.query(reach)) {
            BuildingRecord record = (BuildingRecord) found;
            double distance = record.building().footprint().distance(place);
            if (distance < least || nearest == null && distance <= least) {
                least = distance;
                nearest = record;
            }
        }
        return nearest;
    }

    private static double number(LayerFeature feature, String... names) {
        for (String name : names) {
            OptionalDouble value = Formats.parse(feature.values().getOrDefault(name, ""));
            if (value.isPresent()) {
                return value.getAsDouble();
            }
        }
        return Double.NaN;
    }

    Optional<Installed> on(String buildingId) {
        return Optional.ofNullable(byBuilding.get(buildingId));
    }

    /**
     * How things stand.
     *
     * @param systems on buildings, in the order of the register
     * @param registered how many the register lists
     * @param elsewhere those of them that stand on no known building
     * @param recalibration Σ measured / Σ estimated over the systems that both are known of; empty when there is none
     * @param compared over how many systems
     */
    public record Report(
            List<Installed> systems, int registered, Elsewhere elsewhere, OptionalDouble recalibration, int compared) {
        /** Whether neither a register nor a measured production is known. */
        public boolean nothing() {
            return systems.isEmpty() && registered == 0;
        }
    }

    /** Finds the systems of a project and keeps status and measured production beside the buildings. */
    public static Report run(ProjectFile project) throws Failure {
        List<BuildingRecord> records = project.records();
        InstalledSystems all = of(project, records);
        List<Installed> systems = new ArrayList<>(all.byBuilding.values());
        double measured = 0;
        double estimated = 0;
        int compared = 0;
        for (Installed system : systems) {
            if (system.ratio().isPresent()) {
                measured += system.measuredKWh;
                estimated += system.estimatedKWh;
                compared++;
            }
        }
        OptionalDouble recalibration = compared > 0 ? OptionalDouble.of(measured / estimated) : OptionalDouble.empty();
        Map<String, Map<Attribute, Object>> values = new HashMap<>();
        for (BuildingRecord record : records) {
            Map<Attribute, Object> own = new EnumMap<>(Attribute.class);
            Installed system = all.byBuilding.get(record.building().id());
            // No register finds everything: « non détecté », never « absent ».
            own.put(Attribute.EQUIPEMENT, system == null ? "non_detecte" : system.origin.code());
            if (system != null && !Double.isNaN(system.measuredKWh) && !system.injected) {
                own.put(Attribute.MESURE, system.measuredKWh);
            }
            if (recalibration.isPresent() && record.outcome() instanceof SolarPotential p) {
                own.put(Attribute.PRODUCTION_RECALEE, p.yearlyYieldKWh() * recalibration.getAsDouble());
            }
            values.put(record.building().id(), own);
        }
        Optional<Snapshot> snapshot = project.current();
        // Also when nothing is found any more: what was said before must go.
        if (snapshot.isPresent()
                && (!systems.isEmpty()
                        || all.registered > 0
                        || !project.citations(Attribute.EQUIPEMENT).isEmpty())) {
            project.saveEvaluations(
                    snapshot.get(),
                    ATTRIBUTES,
                    values,
                    List.of(source(project, all.registered, recalibration, compared)));
        }
        return new Report(systems, all.registered, all.elsewhere, recalibration, compared);
    }

    /** What these values come from, as packs are cited. */
    private static String source(ProjectFile project, int registered, OptionalDouble recalibration, int compared)
            throws Failure {
        List<HistoryEntry> history = project.history();
        String since = history.stream()
                .filter(HistoryEntry::current)
                .map(e -> e.contents().get(Layer.INSTALLATIONS.code()))
                .filter(Objects::nonNull)
                .flatMap(origin -> history.stream().filter(e -> e.snapshot().id() == origin))
                .map(e -> Formats.date(
                        e.snapshot().createdAt().atZone(ZoneId.systemDefault()).toLocalDate()))
                .findFirst()
                .orElse("");
        Texts texts = Texts.current();
        String words = since.isEmpty()
                ? texts.text("app.installed.source.files")
                : texts.text("app.installed.source", registered, since);
        return recalibration.isEmpty()
                ? words
                : words
                        + texts.text(
                                "app.installed.source.ratio", Formats.number(recalibration.getAsDouble(), 2), compared);
    }
}
