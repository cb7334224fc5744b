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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
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

    private final EnergyModel energy;
    private final Packs packs;
    private final EconomicsOptions options;
    private final LoadProfiles profiles;
    private final Tariffs tariffs;
    private final Costs costs;
    private final DataPack prices;
    private final SelfConsumption.Battery battery;
    private final TypedLoads typedLoads;
    private final Map<String, float[]> loads = new HashMap<>();

    EvaluateEconomics(EnergyModel energy, Packs packs, EconomicsOptions options, TypedLoads typedLoads) throws Failure {
        this.typedLoads = typedLoads;
        this.energy = energy;
        this.packs = packs;
        this.options = options;
        profiles = LoadProfiles.of(packs.of(PackKind.LOADS));
        tariffs = Tariffs.of(packs.of(PackKind.TARIFFS));
        prices = packs.of(PackKind.PRICES);
        DataPack costPack = packs.of(PackKind.COSTS);
        for (Map.Entry<String, Double> typed : options.costs().entrySet()) {
            costPack = costPack.with(typed.getKey(), typed.getValue());
        }
        costs = Costs.of(costPack);
        if (options.profile() != null && profiles.named(options.profile()).isEmpty()) {
            throw Failure.of("app.economics.profile", options.profile(), String.join(", ", profiles.ids()));
        }
        DataPack load = profiles.pack();
        battery = options.batteryKWh() > 0
                ? new SelfConsumption.Battery(
                        options.batteryKWh(),
                        options.batteryKWh() / load.value("batteryHours"),
                        load.value("batteryRoundTrip"))
                : SelfConsumption.Battery.NONE;
        for (String id : profiles.ids()) {
            profiles.named(id).ifPresent(p -> loads.put(id, p.shares(energy.calendar())));
        }
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
                EnergyModel.of(project, weather, records, packs), packs, options, new TypedLoads(project.files()));
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
        LoadProfiles.Profile profile = profile(record);
        OptionalDouble typed = consumption(record);
        double consumption = typed.isPresent() ? typed.getAsDouble() : profiles.guessKWh(record.building());
        float[] load = Objects.requireNonNull(loads.get(profile.id()));
        SelfConsumption use = SelfConsumption.of(production.hourlyKWh(), 1, load, consumption, battery);
        return Optional.of(new BuildingEconomics(
                record,
                potential,
                production,
                profile,
                typed.isEmpty(),
                use,
                economics(record, potential.peakPowerKWp(), potential.yearlyYieldKWh(), options.investmentEur(), use)));
    }

    /** What was asked for now, else what somebody has typed for this building before, else what is usual for such a building. */
    private LoadProfiles.Profile profile(BuildingRecord record) throws Failure {
        if (options.profile() != null) {
            return profiles.named(options.profile()).orElseThrow();
        }
        Optional<LoadProfiles.Profile> chosen =
                typedLoads.profile(record.building().id()).flatMap(profiles::named);
        return chosen.isPresent() ? chosen.get() : profiles.of(record.building());
    }

    private OptionalDouble consumption(BuildingRecord record) {
        Double typed = options.consumptionKWh();
        return typed == null ? typedLoads.consumptionKWh(record.building().id()) : OptionalDouble.of(typed);
    }

    /** The same building with fewer modules. @param one as {@link #of} gives it, with its hours */
    public SizeScan sizes(BuildingEconomics one) throws Failure {
        double full = one.potential().peakPowerKWp();
        float[] load = Objects.requireNonNull(loads.get(one.profile().id()));
        Double investment = options.investmentEur();
        return SizeScan.of(full, energy.smallestSiteKWp(), tariffs.limitsKWp(), kWp -> {
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
                            investment == null ? null : investment * share,
                            use));
        });
    }

    /** Keeps in the project what was typed about the consumption of a building. */
    public static void keep(ProjectFile project, String buildingId, EconomicsOptions options) throws Failure {
        TypedLoads.keep(project, buildingId, options.consumptionKWh(), options.profile());
    }

    private Economics economics(
            BuildingRecord record, double kWp, double kWh, @Nullable Double investmentEur, SelfConsumption use)
            throws Failure {
        boolean dwelling = dwelling(record);
        Double typed = options.priceEurPerKWh();
        double price = typed != null
                ? typed
                : prices.value(record.building().publicOwner() ? "municipal" : dwelling ? "dwelling" : "other");
        Economics surplus = null;
        Economics full = null;
        if (options.sale() != EconomicsOptions.Sale.totalite) {
            surplus = Economics.of(given(kWp, kWh, investmentEur, use, dwelling, price, false), tariffs, costs);
        }
        if (options.sale() != EconomicsOptions.Sale.surplus) {
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
