package fr.heliotoit.cli;

import fr.heliotoit.app.DataPacks;
import fr.heliotoit.app.InstalledSystems;
import fr.heliotoit.rules.PackKind;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit installed}: known systems on their buildings, estimate against measurement. */
@Command(name = "installed", mixinStandardHelpOptions = true)
final class InstalledCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Option(names = "--out", paramLabel = "F", descriptionKey = "register.out")
    private @Nullable Path target;

    @Override
    public Integer call() throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        Packs packs = DataPacks.load(LocalDate.now());
        packs.of(PackKind.CONVENTIONS);
        try (ProjectFile file = ProjectFile.open(project)) {
            InstalledSystems.Report report = InstalledSystems.run(file);
            if (report.nothing()) {
                out.println(Texts.current().text("app.installed.none"));
                if (target != null) {
                    register(report, packs).write(target, file, packs, out);
                }
                return ExitCode.DONE;
            }
            TextTable table = new TextTable(
                    List.of(
                            "id",
                            words("name"),
                            words("origin"),
                            "kWc",
                            words("estimated"),
                            words("measured"),
                            words("ratio")),
                    List.of(false, false, false, true, true, true, true));
            report.systems().forEach(one -> table.add(row(one)));
            table.lines().forEach(out::println);
            if (target != null) {
                register(report, packs).write(target, file, packs, out);
            }
            out.println(Texts.current()
                    .text(
                            "cli.installed.count",
                            report.systems().size(),
                            report.registered(),
                            report.elsewhere().lines()));
            if (report.elsewhere().lines() > 0) {
                out.println(Texts.current()
                        .text(
                                "cli.installed.elsewhere",
                                report.elsewhere().systems(),
                                Formats.number(report.elsewhere().kWp(), 1)));
            }
            if (report.systems().stream().anyMatch(InstalledSystems.Installed::injected)) {
                out.println(words("injected"));
            }
            report.recalibration()
                    .ifPresent(ratio -> out.println(Texts.current()
                            .text("cli.installed.ratio.line", Formats.number(ratio, 2), report.compared())));
        }
        Citations.print(out, packs);
        return ExitCode.DONE;
    }

    private static Register register(InstalledSystems.Report report, Packs packs) {
        Register register = new Register(packs)
                .text("id", "id", false)
                .text("nom", words("name"), false)
                .text("origine", words("origin"), false)
                .number("puissance", "kWc", "", 1)
                .number("estime", words("estimated"), "", 0)
                .number("mesure", words("measured"), "", 0)
                .flag("injecte_seulement", words("injectedOnly"))
                .number("rapport", words("ratio"), "", 2);
        for (InstalledSystems.Installed one : report.systems()) {
            List<String> row = row(one);
            register.row(
                    row.get(0),
                    row.get(1),
                    row.get(2),
                    one.kWp(),
                    one.estimatedKWh(),
                    one.measuredKWh(),
                    one.injected(),
                    one.ratio().orElse(Double.NaN));
        }
        return register;
    }

    private static List<String> row(InstalledSystems.Installed one) {
        String name = one.record().building().name();
        return List.of(
                one.record().building().id(),
                name == null ? "" : name.replaceAll("\\p{Cntrl}", " "),
                Texts.current().text("app.installed." + one.origin().code()),
                Formats.number(one.kWp(), 1),
                Formats.number(one.estimatedKWh(), 0),
                Formats.number(one.measuredKWh(), 0) + (one.injected() ? " *" : ""),
                one.ratio().isPresent() ? Formats.percent(one.ratio().getAsDouble(), 0) : "—");
    }

    private static String words(String key) {
        return Texts.current().text("cli.installed." + key);
    }
}
