package fr.heliotoit.app;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    public static final Set<Attribute> ATTRIBUTES = EnumSet.of(Attribute.EQUIPEMENT, Attribute.MESURE);

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
     * @param estimatedKWh what Héliotoit gives for the same power, or for the whole roof when the power is not known; NaN without figure
     */
    public record Installed(BuildingRecord record, Origin origin, double kWp, double measuredKWh, double estimatedKWh) {
        /** Measured over estimated; empty when either is not known, or the power: a small system is no part of a whole roof. */
        public OptionalDouble ratio() {
            return kWp > 0 && measuredKWh > 0 && estimatedKWh > 0
                    ? OptionalDouble.of(measuredKWh / estimatedKWh)
                    : OptionalDouble.empty();
        }
    }

    private final Map<String, Installed> byBuilding;
    private final int registered;
    private final int unplaced;

    private InstalledSystems(Map<String, Installed> byBuilding, int registered, int unplaced) {
        this.byBuilding = byBuilding;
        this.registered = registered;
        this.unplaced = unplaced;
    }

    static InstalledSystems of(ProjectFile project, List<BuildingRecord> records) throws Failure {
        STRtree index = new STRtree();
        Map<String, BuildingRecord> byId = new HashMap<>();
        for (BuildingRecord record : records) {
            index.insert(record.building().footprint().getEnvelopeInternal(), record);
            byId.put(record.building().id(), record);
        }
        Map<String, Installed> systems = new LinkedHashMap<>();
        List<LayerFeature> register = project.layer(Layer.INSTALLATIONS);
        int unplaced = 0;
        for (LayerFeature feature : register) {
            BuildingRecord record = at(feature, index, byId);
            if (record == null) {
                unplaced++;
                continue;
            }
            Origin origin =
                    feature.values().getOrDefault("source", "").contains("detect") ? Origin.DETECTED : Origin.REGISTER;
            add(
                    systems,
                    record,
                    origin,
                    number(feature, "puissance", "kwc", "puissance_kwc"),
                    number(feature, "production", "mesure", "kwh"));
        }
        for (BuildingFile file : project.files().values()) {
            BuildingRecord record = byId.get(file.buildingId());
            OptionalDouble mean = file.measuredKWh().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .average();
            if (record != null && mean.isPresent()) {
                add(systems, record, Origin.FILE, Double.NaN, mean.getAsDouble());
            }
        }
        return new InstalledSystems(systems, register.size(), unplaced);
    }

    private static void add(
            Map<String, Installed> systems, BuildingRecord record, Origin origin, double kWp, double measured) {
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
        systems.put(id, new Installed(record, before == null ? origin : before.origin, power, production, estimate));
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
     * @param unplaced how many of them stand on no building
     * @param recalibration Σ measured / Σ estimated over the systems that both are known of; empty when there is none
     * @param compared over how many systems
     */
    public record Report(
            List<Installed> systems, int registered, int unplaced, OptionalDouble recalibration, int compared) {}

    /** Finds the systems of a project and keeps status and measured production beside the buildings. */
    public static Report run(ProjectFile project) throws Failure {
        List<BuildingRecord> records = project.records();
        InstalledSystems all = of(project, records);
        List<Installed> systems = new ArrayList<>(all.byBuilding.values());
        double measured = 0;
        double estimated = 0;
        int compared = 0;
        Map<String, Map<Attribute, Object>> values = new HashMap<>();
        for (BuildingRecord record : records) {
            Map<Attribute, Object> own = new EnumMap<>(Attribute.class);
            Installed system = all.byBuilding.get(record.building().id());
            // No register finds everything: « non détecté », never « absent ».
            own.put(Attribute.EQUIPEMENT, system == null ? "non_detecte" : system.origin.code());
            if (system != null && !Double.isNaN(system.measuredKWh)) {
                own.put(Attribute.MESURE, system.measuredKWh);
            }
            values.put(record.building().id(), own);
            if (system != null && system.ratio().isPresent()) {
                measured += system.measuredKWh;
                estimated += system.estimatedKWh;
                compared++;
            }
        }
        Optional<Snapshot> snapshot = project.current();
        if (snapshot.isPresent() && !systems.isEmpty()) {
            project.saveEvaluations(snapshot.get(), ATTRIBUTES, values, List.of());
        }
        return new Report(
                systems,
                all.registered,
                all.unplaced,
                compared > 0 ? OptionalDouble.of(measured / estimated) : OptionalDouble.empty(),
                compared);
    }
}
