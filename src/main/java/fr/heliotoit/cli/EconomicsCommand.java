package fr.heliotoit.cli;

import fr.heliotoit.app.BuildingEconomics;
import fr.heliotoit.app.DataPacks;
import fr.heliotoit.app.EconomicsOptions;
import fr.heliotoit.app.EvaluateEconomics;
import fr.heliotoit.app.HotWaterEstimate;
import fr.heliotoit.app.TypedHypotheses;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit economics}: hourly production, self-consumption and money, of all buildings or of one in full. */
@Command(name = "economics", mixinStandardHelpOptions = true)
final class EconomicsCommand implements Callable<Integer> {
    /** Whose taxes count. */
    enum Regime {
        commune,
        logement
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Option(names = "--building", paramLabel = "ID", descriptionKey = "economics.building")
    private @Nullable String building;

    @Option(names = "--weather", paramLabel = "F", descriptionKey = "weather")
    private @Nullable Path weather;

    @Option(names = "--consumption", paramLabel = "kWh", descriptionKey = "economics.consumption")
    private @Nullable Double consumption;

    @Option(names = "--profile", paramLabel = "logement|ecole|…", descriptionKey = "economics.profile")
    private @Nullable String profile;

    @Option(names = "--self-use", paramLabel = "0–1", descriptionKey = "economics.selfUse")
    private @Nullable Double selfUse;

    @Option(names = "--battery", paramLabel = "kWh", descriptionKey = "economics.battery")
    private @Nullable Double battery;

    @Option(names = "--price", paramLabel = "€/kWh", descriptionKey = "economics.price")
    private @Nullable Double price;

    @Option(names = "--investment", paramLabel = "€", descriptionKey = "economics.investment")
    private @Nullable Double investment;

    @Option(names = "--sale", paramLabel = "meilleure|surplus|totalite", descriptionKey = "economics.sale")
    private EconomicsOptions.@Nullable Sale sale;

    @Option(names = "--tax-regime", paramLabel = "commune|logement", descriptionKey = "economics.regime")
    private @Nullable Regime regime;

    @Option(names = "--discount-rate", paramLabel = "0,03", descriptionKey = "economics.discount")
    private @Nullable Double discountRate;

    @Option(names = "--loan-share", paramLabel = "0–1", descriptionKey = "economics.loanShare")
    private @Nullable Double loanShare;

    @Option(names = "--loan-rate", paramLabel = "0,035", descriptionKey = "economics.loanRate")
    private @Nullable Double loanRate;

    @Option(names = "--loan-years", paramLabel = "N", descriptionKey = "economics.loanYears")
    private @Nullable Double loanYears;

    @Option(names = "--users", paramLabel = "N", descriptionKey = "economics.users")
    private @Nullable Double users;

    @Option(names = "--date", paramLabel = "AAAA-MM-JJ", descriptionKey = "packs.date")
    private @Nullable LocalDate date;

    @Override
    public Integer call() throws Failure {
        check("--consumption", consumption, 0, 1e9);
        check("--self-use", selfUse, 0, 1);
        check("--battery", battery, 0, 1e6);
        check("--price", price, 0, 10);
        check("--investment", investment, 1, 1e9);
        check("--discount-rate", discountRate, 0, 1);
        check("--loan-share", loanShare, 0, 1);
        check("--loan-rate", loanRate, 0, 1);
        check("--loan-years", loanYears, 1, 30);
        check("--users", users, 1, 100_000);
        PrintWriter out = spec.commandLine().getOut();
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        Packs packs = DataPacks.load(date == null ? LocalDate.now() : date);
        EconomicsOptions options = new EconomicsOptions(
                consumption,
                profile,
                battery,
                price,
                investment,
                sale,
                costs(),
                regime == null ? null : regime == Regime.logement,
                users,
                selfUse);
        try (ProjectFile file = ProjectFile.open(project)) {
            String id = building;
            if (id == null) {
                List<BuildingEconomics> done = EvaluateEconomics.run(file, weather, packs, options, progress);
                progress.done();
                EconomicsText.totals(out, done);
                EconomicsText.typed(out, TypedHypotheses.count(file.files().values()));
            } else {
                List<BuildingRecord> records = file.records();
                BuildingRecord record = records.stream()
                        .filter(r -> r.building().id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> Failure.of("cli.economics.unknown", id, project));
                EvaluateEconomics evaluation = EvaluateEconomics.of(file, weather, records, packs, options);
                BuildingEconomics one =
                        evaluation.of(record).orElseThrow(() -> Failure.of("cli.economics.nothing", id));
                EconomicsText.building(out, one);
                EconomicsOptions counting = evaluation.counting(id);
                EconomicsText.sizes(out, evaluation.sizes(one), counting.selfUseWanted());
                if (!options.equals(EconomicsOptions.USUAL) && !file.readOnly()) {
                    EvaluateEconomics.keep(file, id, options);
                    out.println(Texts.current().text("cli.economics.kept", id));
                }
                Double bathing = counting.users();
                if (bathing != null) {
                    EconomicsText.hotWater(out, HotWaterEstimate.of(evaluation, one, bathing));
                }
                EconomicsText.typed(out, TypedHypotheses.typed(file.file(id)));
            }
        }
        if (weather != null) {
            out.println(Texts.current().text("cli.economics.weather", weather.getFileName()));
        }
        Citations.print(out, packs);
        return ExitCode.DONE;
    }

    private Map<String, Double> costs() {
        Map<String, Double> costs = new HashMap<>();
        put(costs, "discountRate", discountRate);
        put(costs, "loanShare", loanShare);
        put(costs, "loanRate", loanRate);
        put(costs, "loanYears", loanYears);
        return costs;
    }

    private static void put(Map<String, Double> costs, String name, @Nullable Double value) {
        if (value != null) {
            costs.put(name, value);
        }
    }

    private void check(String option, @Nullable Double value, double least, double most) {
        if (value != null && !(value >= least && value <= most)) {
            throw new ParameterException(
                    spec.commandLine(), option, null, spec.findOption(option), String.valueOf(value));
        }
    }
}
