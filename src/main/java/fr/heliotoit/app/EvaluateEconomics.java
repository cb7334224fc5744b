package fr.heliotoit.app;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.rules.Costs;
import fr.heliotoit.rules.DataPack;
import fr.heliotoit.rules.Economics;
import fr.heliotoit.rules.LoadProfiles;
import fr.heliotoit.rules.PackKind;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.rules.SelfConsumption;
import fr.heliotoit.rules.Tariffs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Parallel;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Self-consumption and economics of buildings, by the hour and by the dated packs. Safe for several threads. */
public final class EvaluateEconomics {
    /** What an evaluation of a project gives. */
    public static final Set<Attribute> ATTRIBUTES = EnumSet.of(
            Attribute.PRODUCTION_MIN,
            Attribute.PRODUCTION_MAX,
            Attribute.PROFIL,
            Attribute.CONSOMMATION,
            Attribute.AUTOCONSOMMATION,
            Attribute.AUTOPRODUCTION,
            Attribute.VENTE,
            Attribute.INVESTISSEMENT,
            Attribute.RETOUR,
            Attribute.VAN,
            Attribute.TRI,
            Attribute.COUT);

    private static final Set<Attribute> INTERVAL = EnumSet.of(Attribute.PRODUCTION_MIN, Attribute.PRODUCTION_MAX);

    private final EnergyModel energy;
    private final Packs packs;
    private final EconomicsOptions options;
    private final LoadProfiles profiles;
    private final Tariffs tariffs;
    private final DataPack costPack;
    private final Costs costs;
    private final DataPack prices;
    private final TypedHypotheses typed;
    private final Map<String, float[]> loads = new HashMap<>();

    EvaluateEconomics(EnergyModel energy, Packs packs, EconomicsOptions options, TypedHypotheses typed) throws Failure {
        this.typed = typed;
        this.energy = energy;
        this.packs = packs;
        this.options = options;
        profiles = LoadProfiles.of(packs.of(PackKind.LOADS));
        tariffs = Tariffs.of(packs.of(PackKind.TARIFFS));
        prices = packs.of(PackKind.PRICES);
        costPack = packs.of(PackKind.COSTS);
        costs = costs(options);
        if (options.profile() != null && profiles.named(options.profile()).isEmpty()) {
            throw Failure.of("app.economics.profile", options.profile(), String.join(", ", profiles.ids()));
        }
        for (String id : profiles.ids()) {
            profiles.named(id).ifPresent(p -> loads.put(id, p.shares(energy.calendar())));
        }
    }

    private Costs costs(EconomicsOptions own) throws Failure {
        DataPack pack = costPack;
        for (Map.Entry<String, Double> value : own.costs().entrySet()) {
            pack = pack.with(value.getKey(), value.getValue());
        }
        return Costs.of(pack);
    }

    private SelfConsumption.Battery battery(EconomicsOptions own) throws Failure {
        DataPack load = profiles.pack();
        Double capacity = own.batteryKWh();
        return capacity != null && capacity > 0
                ? new SelfConsumption.Battery(
                        capacity, capacity / load.value("batteryHours"), load.value("batteryRoundTrip"))
                : SelfConsumption.Battery.NONE;
    }

    /** For the buildings of a project. */
    public static EvaluateEconomics of(
            ProjectFile project,
            @Nullable Path weather,
            List<BuildingRecord> records,
            Packs packs,
            EconomicsOptions options)
            throws Failure {
        return new EvaluateEconomics(
                EnergyModel.of(project, weather, records, packs), packs, options, new TypedHypotheses(project.files()));
    }

    /** The packs that the figures come from. */
    public Packs packs() {
        return packs;
    }

    public EnergyModel energy() {
        return energy;
    }

    public Tariffs tariffs() {
        return tariffs;
    }

    /** One building; empty when it has no figure or no modules. */
    public Optional<BuildingEconomics> of(BuildingRecord record) throws Failure {
        if (!(record.outcome() instanceof SolarPotential potential) || !(potential.peakPowerKWp() > 0)) {
            return Optional.empty();
        }
        EnergyModel.Production production = energy.production(record, potential);
        EconomicsOptions own = typed.of(record.building().id(), options);
        LoadProfiles.Profile profile = profile(record, own);
        Double said = own.consumptionKWh();
        double consumption = said != null ? said : profiles.guessKWh(record.building());
        float[] load = Objects.requireNonNull(loads.get(profile.id()));
        SelfConsumption use = SelfConsumption.of(production.hourlyKWh(), 1, load, consumption, battery(own));
        return Optional.of(new BuildingEconomics(
                record,
                potential,
                production,
                profile,
                said == null,
                use,
                economics(
                        record, potential.peakPowerKWp(), potential.yearlyYieldKWh(), own, own.investmentEur(), use)));
    }

    private LoadProfiles.Profile profile(BuildingRecord record, EconomicsOptions own) throws Failure {
        Optional<LoadProfiles.Profile> chosen =
                Optional.ofNullable(own.profile()).flatMap(profiles::named);
        return chosen.isPresent() ? chosen.get() : profiles.of(record.building());
    }

    /** What counts for a building: what was asked for, else what was typed for it. */
    public EconomicsOptions counting(String buildingId) {
        return typed.of(buildingId, options);
    }

    /** The same building with fewer modules. @param one as {@link #of} gives it, with its hours */
    public SizeScan sizes(BuildingEconomics one) throws Failure {
        double full = one.potential().peakPowerKWp();
        float[] load = Objects.requireNonNull(loads.get(one.profile().id()));
        EconomicsOptions own = typed.of(one.record().building().id(), options);
        SelfConsumption.Battery battery = battery(own);
        Double investment = own.investmentEur();
        return SizeScan.of(full, energy.smallestSiteKWp(), tariffs.limitsKWp(), costs.limitsKWp(), kWp -> {
            double share = kWp / full;
            SelfConsumption use = SelfConsumption.of(
                    one.production().hourlyKWh(), share, load, one.use().consumptionKWh(), battery);
            return new SizeScan.Size(
                    kWp,
                    use,
                    economics(
                            one.record(),
                            kWp,
                            share * one.potential().yearlyYieldKWh(),
                            own,
                            investment == null ? null : investment * share,
                            use));
        });
    }

    /** Keeps in the project what was asked for a building. */
    public static void keep(ProjectFile project, String buildingId, EconomicsOptions options) throws Failure {
        TypedHypotheses.keep(project, buildingId, options);
    }

    private Economics economics(
            BuildingRecord record,
            double kWp,
            double kWh,
            EconomicsOptions own,
            @Nullable Double investmentEur,
            SelfConsumption use)
            throws Failure {
        Optional<Boolean> regime = Optional.ofNullable(own.dwelling());
        boolean dwelling = regime.orElseGet(() -> dwelling(record));
        Costs costs = own.costs().isEmpty() ? this.costs : costs(own);
        Double said = own.priceEurPerKWh();
        double price = said != null
                ? said
                : prices.value(
                        !regime.orElse(false) && record.building().publicOwner()
                                ? "municipal"
                                : dwelling ? "dwelling" : "other");
        Economics surplus = null;
        Economics full = null;
        if (own.sale() != EconomicsOptions.Sale.totalite) {
            surplus = Economics.of(given(kWp, kWh, investmentEur, use, dwelling, price, false), tariffs, costs);
        }
        if (own.sale() != EconomicsOptions.Sale.surplus) {
            full = Economics.of(given(kWp, kWh, investmentEur, use, dwelling, price, true), tariffs, costs);
        }
        if (surplus == null || full == null) {
            return surplus == null ? Objects.requireNonNull(full) : surplus;
        }
        return full.netPresentValueEur() > surplus.netPresentValueEur() ? full : surplus;
    }

    private Economics.Case given(
            double kWp,
            double kWh,
            @Nullable Double investmentEur,
            SelfConsumption use,
            boolean dwelling,
            double price,
            boolean fullSale)
            throws Failure {
        return new Economics.Case(
                kWp,
                kWh,
                use.usedKWh(),
                energy.system().degradationPerYear(),
                dwelling,
                price,
                prices.value("growthPerYear"),
                fullSale,
                investmentEur);
    }

    /** Most buildings of unknown use are houses. */
    static boolean dwelling(BuildingRecord record) {
        Usage usage = record.building().usage();
        return !record.building().publicOwner() && (usage == Usage.RESIDENTIAL || usage == Usage.UNKNOWN);
    }

    /**
     * Every building of a project; the values are kept in it.
     *
     * @return those with modules, in the order of the records
     */
    public static List<BuildingEconomics> run(
            ProjectFile project, @Nullable Path weather, Packs packs, EconomicsOptions options, Progress progress)
            throws Failure {
        Snapshot snapshot = project.current().orElseThrow(() -> Failure.of("store.empty", project.path()));
        List<BuildingRecord> records = project.records();
        EvaluateEconomics evaluation = of(project, weather, records, packs, options);
        List<BuildingEconomics> done = evaluation.all(records, progress);
        Map<String, Map<Attribute, Object>> values = new HashMap<>();
        for (BuildingEconomics one : done) {
            values.put(one.record().building().id(), one.attributes());
        }
        project.saveEvaluations(snapshot, ATTRIBUTES, values, packs.citations());
        Map<String, Map<Attribute, Object>> intervals = new HashMap<>();
        values.forEach((id, own) -> {
            Map<Attribute, Object> ends = new EnumMap<>(own);
            ends.keySet().retainAll(INTERVAL);
            intervals.put(id, ends);
        });
        // No tariff that has expired makes a production out of date.
        project.saveEvaluations(snapshot, INTERVAL, intervals, EnergyModel.sources(packs, true));
        return done;
    }

    /** Of many buildings, their hours not kept. */
    List<BuildingEconomics> all(List<BuildingRecord> records, Progress progress) throws Failure {
        BuildingEconomics[] results = new BuildingEconomics[records.size()];
        Parallel.<Failure>each(records.size(), "app.stage.economics", progress, i -> {
            Optional<BuildingEconomics> one = of(records.get(i));
            one.ifPresent(e -> results[i] = e.withoutHours());
        });
        List<BuildingEconomics> done = new ArrayList<>();
        for (BuildingEconomics result : results) {
            if (result != null) {
                done.add(result);
            }
        }
        return done;
    }
}
