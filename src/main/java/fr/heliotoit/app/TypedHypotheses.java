package fr.heliotoit.app;

import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.Survey;
import fr.heliotoit.rules.LoadProfiles;
import fr.heliotoit.rules.PackKind;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has typed about a building's consumption and money: it stands in the building's file with the other things found on site,
 * so that no import and no undo takes it away, and every later reckoning counts with it in place of guesses and packs. A value out of its
 * range counts as not typed.
 */
public final class TypedHypotheses {
    /** Names of the answers in the file of a building; they are not translated. */
    public static final String CONSUMPTION = Survey.CONSUMPTION;

    public static final String PROFILE = "profil de consommation";
    public static final String BATTERY = "batterie (kWh)";
    public static final String PRICE = "prix de l'électricité évitée (€/kWh)";
    public static final String INVESTMENT = "investissement TTC (€)";
    public static final String SALE = "mode de vente";
    public static final String OWNER = "régime fiscal";
    public static final String LOAN_SHARE = "part empruntée (0 à 1)";
    public static final String LOAN_RATE = "taux du prêt (0 à 1)";
    public static final String LOAN_YEARS = "durée du prêt (années)";
    public static final String DISCOUNT = "taux d'actualisation (0 à 1)";
    public static final String USERS = "usagers d'eau chaude solaire";
    public static final String SELF_USE = "part autoconsommée visée (0 à 1)";

    /** All of them, in the order of the form. */
    public static final List<String> ALL = List.of(
            CONSUMPTION,
            PROFILE,
            BATTERY,
            PRICE,
            INVESTMENT,
            SALE,
            OWNER,
            LOAN_SHARE,
            LOAN_RATE,
            LOAN_YEARS,
            DISCOUNT,
            USERS,
            SELF_USE);

    /** Answers of {@link #OWNER}. */
    public static final String COMMUNE = "commune";

    public static final String DWELLING = "logement";

    private static final Map<String, String> COSTS =
            Map.of(LOAN_SHARE, "loanShare", LOAN_RATE, "loanRate", LOAN_YEARS, "loanYears", DISCOUNT, "discountRate");

    private final Map<String, BuildingFile> files;

    TypedHypotheses(Map<String, BuildingFile> files) {
        this.files = Map.copyOf(files);
    }

    /** Of a year [kWh]; empty when nobody has typed one. */
    OptionalDouble consumptionKWh(String buildingId) {
        return number(buildingId, CONSUMPTION, 0, 1e9);
    }

    /** Id of the load profile that somebody has chosen. */
    Optional<String> profile(String buildingId) {
        return Optional.ofNullable(answer(buildingId, PROFILE));
    }

    /** Whether the building is to be reckoned as a dwelling; empty for what its use says. */
    private Optional<Boolean> dwelling(String buildingId) {
        return Optional.ofNullable(answer(buildingId, OWNER)).map(DWELLING::equals);
    }

    /**
     * What counts for a building: what is asked for now, else what stands in its file, else what is usual.
     *
     * @param asked for all buildings
     */
    EconomicsOptions of(String buildingId, EconomicsOptions asked) {
        if (!files.containsKey(buildingId)) {
            return asked;
        }
        Map<String, Double> costs = new HashMap<>();
        COSTS.forEach((name, value) -> number(
                        buildingId, name, name.equals(LOAN_YEARS) ? 1 : 0, name.equals(LOAN_YEARS) ? 30 : 1)
                .ifPresent(typed -> costs.put(value, typed)));
        costs.putAll(asked.costs());
        return new EconomicsOptions(
                asked.consumptionKWh() != null ? asked.consumptionKWh() : boxed(consumptionKWh(buildingId)),
                asked.profile() != null ? asked.profile() : profile(buildingId).orElse(null),
                asked.batteryKWh() != null ? asked.batteryKWh() : boxed(number(buildingId, BATTERY, 0, 1e6)),
                asked.priceEurPerKWh() != null ? asked.priceEurPerKWh() : boxed(number(buildingId, PRICE, 0, 10)),
                asked.investmentEur() != null ? asked.investmentEur() : boxed(number(buildingId, INVESTMENT, 1, 1e9)),
                asked.sale() != null ? asked.sale() : sale(buildingId),
                costs,
                asked.dwelling() != null
                        ? asked.dwelling()
                        : dwelling(buildingId).orElse(null),
                asked.users() != null ? asked.users() : boxed(number(buildingId, USERS, 1, 1e5)),
                asked.selfUse() != null ? asked.selfUse() : boxed(number(buildingId, SELF_USE, 0, 1)));
    }

    /** How many buildings somebody has typed something for. */
    public static long count(Collection<BuildingFile> files) {
        return files.stream().filter(file -> !typed(file).isEmpty()).count();
    }

    /** What was typed for a building, as it was typed. */
    public static Map<String, String> typed(BuildingFile file) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String name : ALL) {
            String answer = file.survey().get(name);
            if (answer != null && !answer.isBlank()) {
                typed.put(name, answer);
            }
        }
        return typed;
    }

    /** Ids of the load profiles to choose from; none when the pack cannot be read. */
    public static List<String> profiles() {
        try {
            return LoadProfiles.of(DataPacks.load(LocalDate.now()).of(PackKind.LOADS)).ids().stream()
                    .sorted()
                    .toList();
        } catch (Failure unreadable) {
            return List.of();
        }
    }

    private EconomicsOptions.Sale sale(String buildingId) {
        String typed = answer(buildingId, SALE);
        for (EconomicsOptions.Sale sale : EconomicsOptions.Sale.values()) {
            if (sale.name().equals(typed)) {
                return sale;
            }
        }
        return EconomicsOptions.Sale.meilleure;
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private OptionalDouble number(String buildingId, String field, double least, double most) {
        String typed = answer(buildingId, field);
        OptionalDouble value = typed == null ? OptionalDouble.empty() : Formats.parse(typed);
        return value.isPresent() && value.getAsDouble() >= least && value.getAsDouble() <= most
                ? value
                : OptionalDouble.empty();
    }

    private @Nullable String answer(String buildingId, String field) {
        BuildingFile file = files.get(buildingId);
        String answer = file == null ? null : file.survey().get(field);
        return answer == null || answer.isBlank() ? null : answer.strip();
    }

    /** Keeps what was asked for; what was not asked for stays as it was. No battery, and the better sale, are what is usual: they are forgotten. */
    static void keep(ProjectFile project, String buildingId, EconomicsOptions asked) throws Failure {
        BuildingFile file = project.file(buildingId);
        SortedMap<String, String> answers = new TreeMap<>(file.survey());
        put(answers, CONSUMPTION, asked.consumptionKWh());
        Double battery = asked.batteryKWh();
        if (battery != null && battery == 0) {
            answers.remove(BATTERY);
        } else {
            put(answers, BATTERY, battery);
        }
        put(answers, PRICE, asked.priceEurPerKWh());
        put(answers, INVESTMENT, asked.investmentEur());
        if (asked.profile() != null) {
            answers.put(PROFILE, asked.profile());
        }
        EconomicsOptions.Sale sale = asked.sale();
        if (sale == EconomicsOptions.Sale.meilleure) {
            answers.remove(SALE);
        } else if (sale != null) {
            answers.put(SALE, sale.name());
        }
        if (asked.dwelling() != null) {
            answers.put(OWNER, asked.dwelling() ? DWELLING : COMMUNE);
        }
        put(answers, USERS, asked.users());
        put(answers, SELF_USE, asked.selfUse());
        COSTS.forEach((name, value) -> put(answers, name, asked.costs().get(value)));
        if (!answers.equals(file.survey())) {
            project.saveFile(new BuildingFile(buildingId, file.status(), file.notes(), answers, file.measuredKWh()));
        }
    }

    private static void put(SortedMap<String, String> answers, String name, @Nullable Double value) {
        if (value != null) {
            answers.put(name, value == Math.rint(value) ? String.valueOf(Math.round(value)) : String.valueOf(value));
        }
    }
}
