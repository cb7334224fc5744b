package fr.heliotoit.cli;

import fr.heliotoit.app.DataPacks;
import fr.heliotoit.app.RankRoofs;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.rules.Score;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit rank}: municipal roofs by a score, and the best of them as a group. */
@Command(name = "rank", mixinStandardHelpOptions = true)
final class RankCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Option(names = "--weight", paramLabel = "critère=points", descriptionKey = "rank.weight")
    private Map<String, Double> weights = new LinkedHashMap<>();

    @Option(names = "--top", paramLabel = "N", descriptionKey = "rank.top")
    private int top;

    @Option(names = "--group", paramLabel = "EXPRESSION", descriptionKey = "rank.group")
    private @Nullable String group;

    @Option(names = "--within", paramLabel = "m", descriptionKey = "rank.within")
    private double within = Double.POSITIVE_INFINITY;

    @Option(names = "--most-power", paramLabel = "kWc", descriptionKey = "rank.power")
    private double mostPower = Double.POSITIVE_INFINITY;

    @Option(names = "--out", paramLabel = "F", descriptionKey = "register.out")
    private @Nullable Path target;

    @Override
    public Integer call() throws Failure {
        check("--top", top, 0);
        check("--within", within, 0);
        check("--most-power", mostPower, 1);
        PrintWriter out = spec.commandLine().getOut();
        Packs packs = DataPacks.load(LocalDate.now());
        try (ProjectFile file = ProjectFile.open(project)) {
            List<RankRoofs.Ranked> ranked = RankRoofs.run(file, packs, weights(weights));
            if (ranked.isEmpty()) {
                out.println(words("none"));
                if (target != null) {
                    register(ranked, packs).write(target, file, packs, out);
                }
                return ExitCode.DONE;
            }
            List<String> header = new ArrayList<>(List.of(words("place"), "id", words("name"), "kWc", words("score")));
            List<Boolean> right = new ArrayList<>(List.of(true, false, false, true, true));
            for (Score.Criterion criterion : Score.Criterion.values()) {
                header.add(Texts.current().text("rules.score." + criterion.code()));
                right.add(true);
            }
            TextTable table = new TextTable(header, right);
            ranked.forEach(one -> table.add(row(one)));
            table.lines().forEach(out::println);
            if (target != null) {
                register(ranked, packs).write(target, file, packs, out);
            }
            for (Score.Criterion criterion : RankRoofs.leftOut(ranked)) {
                out.println(Texts.current()
                        .text(
                                "cli.rank.left",
                                Texts.current().text("rules.score." + criterion.code()),
                                criterion == Score.Criterion.CONSTRAINTS
                                        ? "heliotoit heritage"
                                        : "heliotoit economics"));
            }
            if (top > 0 || group != null || Double.isFinite(within) || Double.isFinite(mostPower)) {
                List<RankRoofs.Ranked> chosen = RankRoofs.choose(ranked, group, top, within, mostPower);
                if (chosen.isEmpty()) {
                    throw Failure.of("cli.rank.empty");
                }
                RankRoofs.Cluster all = RankRoofs.cluster(chosen);
                out.println(Texts.current()
                        .text(
                                "cli.rank.members",
                                chosen.stream()
                                        .map(one -> one.record().building().id())
                                        .collect(Collectors.joining(", "))));
                out.println(all.sentence(words("unknownMoney")));
            }
        }
        Citations.print(out, packs);
        return ExitCode.DONE;
    }

    private void check(String option, double value, double least) {
        if (!(value >= least)) {
            throw new ParameterException(
                    spec.commandLine(), option, null, spec.findOption(option), String.valueOf(value));
        }
    }

    /** @param given points by the criteria's codes */
    static Map<Score.Criterion, Double> weights(Map<String, Double> given) throws Failure {
        Map<Score.Criterion, Double> typed = new EnumMap<>(Score.Criterion.class);
        for (Map.Entry<String, Double> weight : given.entrySet()) {
            Score.Criterion criterion = Arrays.stream(Score.Criterion.values())
                    .filter(c -> c.code().equals(weight.getKey()))
                    .findFirst()
                    .orElseThrow(() -> Failure.of(
                            "cli.rank.criterion",
                            weight.getKey(),
                            Arrays.stream(Score.Criterion.values())
                                    .map(Score.Criterion::code)
                                    .collect(Collectors.joining(", "))));
            typed.put(criterion, weight.getValue());
        }
        return typed;
    }

    private static Register register(List<RankRoofs.Ranked> ranked, Packs packs) {
        Register register = new Register(packs)
                .number("rang", words("place"), "", 0)
                .text("id", "id", false)
                .text("nom", words("name"), false)
                .number("puissance", "kWc", "", 1)
                .number("note", words("score"), "", 1);
        for (Score.Criterion criterion : Score.Criterion.values()) {
            register.number(criterion.code(), Texts.current().text("rules.score." + criterion.code()), "", 1);
        }
        for (RankRoofs.Ranked one : ranked) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(one.rank());
            row.add(one.record().building().id());
            row.add(one.record().building().name());
            row.add(one.potential().peakPowerKWp());
            row.add(one.score());
            for (Score.Criterion criterion : Score.Criterion.values()) {
                row.add(one.points().get(criterion));
            }
            register.row(row.toArray());
        }
        return register;
    }

    private static List<String> row(RankRoofs.Ranked one) {
        String name = one.record().building().name();
        List<String> row = new ArrayList<>(List.of(
                String.valueOf(one.rank()),
                one.record().building().id(),
                name == null ? "" : name.replaceAll("\\p{Cntrl}", " "),
                Formats.number(one.potential().peakPowerKWp(), 0),
                Formats.number(one.score(), 0)));
        for (Score.Criterion criterion : Score.Criterion.values()) {
            Double points = one.points().get(criterion);
            row.add(points == null ? "—" : Formats.number(points, 1));
        }
        return row;
    }

    private static String words(String key) {
        return Texts.current().text("cli.rank." + key);
    }
}
