package fr.heliotoit.cli;

import fr.heliotoit.app.DataPacks;
import fr.heliotoit.app.SharePower;
import fr.heliotoit.app.TypedHypotheses;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.rules.Sharing;
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

/** {@code heliotoit sharing}: collective self-consumption with its table of keys. */
@Command(name = "sharing", mixinStandardHelpOptions = true)
final class SharingCommand implements Callable<Integer> {
    /** Keys; also what the option takes. */
    enum Keys {
        dynamiques,
        fixes
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Option(names = "--producers", paramLabel = "EXPRESSION", descriptionKey = "sharing.producers")
    private String producers = "public = true";

    @Option(names = "--consumers", paramLabel = "EXPRESSION", descriptionKey = "sharing.consumers")
    private String consumers = "public = true";

    @Option(names = "--keys", paramLabel = "dynamiques|fixes", descriptionKey = "sharing.keys")
    private Keys keys = Keys.dynamiques;

    @Option(names = "--epci", descriptionKey = "sharing.epci")
    private boolean epci;

    @Option(names = "--weather", paramLabel = "F", descriptionKey = "weather")
    private @Nullable Path weather;

    @Option(names = "--out", paramLabel = "F", descriptionKey = "register.out")
    private @Nullable Path target;

    @Override
    public Integer call() throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        Packs packs = DataPacks.load(LocalDate.now());
        try (ProjectFile file = ProjectFile.open(project)) {
            SharePower.Report report = SharePower.run(
                    file,
                    weather,
                    packs,
                    producers,
                    consumers,
                    keys == Keys.fixes ? Sharing.Keys.FIXED : Sharing.Keys.DYNAMIC,
                    epci);
            TextTable table = new TextTable(
                    List.of(words("consumer"), words("load"), words("received"), words("key"), words("coverage")),
                    List.of(false, true, true, true, true));
            for (Sharing.Part part : report.result().parts()) {
                table.add(List.of(
                        part.name().replaceAll("\\p{Cntrl}", " "),
                        Formats.quantity(part.yearlyKWh(), 0, "kWh"),
                        Formats.quantity(part.allocatedKWh(), 0, "kWh"),
                        Formats.percent(part.shareOfProduction(), 1),
                        Formats.percent(part.coverage(), 0)));
            }
            table.lines().forEach(out::println);
            if (target != null) {
                Register register = new Register(packs)
                        .text("consommateur", words("consumer"), false)
                        .number("consommation", words("load"), "kWh/an", 0)
                        .number("recu", words("received"), "kWh/an", 0)
                        .number("cle", words("key"), "%", 2)
                        .number("couverture", words("coverage"), "%", 1);
                for (Sharing.Part part : report.result().parts()) {
                    register.row(
                            part.name(),
                            part.yearlyKWh(),
                            part.allocatedKWh(),
                            100 * part.shareOfProduction(),
                            100 * part.coverage());
                }
                register.write(target, file, packs, out);
            }
            out.println(report.sentence());
            EconomicsText.typed(out, TypedHypotheses.count(file.files().values()));
            if (report.tooWide()) {
                out.println(words("tooWide"));
            }
        }
        Citations.print(out, packs);
        return ExitCode.DONE;
    }

    private static String words(String key) {
        return Texts.current().text("cli.sharing." + key);
    }
}
