package fr.heliotoit.cli;

import fr.heliotoit.app.DataPacks;
import fr.heliotoit.app.HeritageRegister;
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

/** {@code heliotoit heritage}: distances to protected monuments and presumed covisibility. */
@Command(name = "heritage", mixinStandardHelpOptions = true)
final class HeritageCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Option(names = "--public", descriptionKey = "heritage.public")
    private boolean publicOnly;

    @Option(names = "--out", paramLabel = "F", descriptionKey = "register.out")
    private @Nullable Path target;

    @Override
    public Integer call() throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        Packs packs = DataPacks.load(LocalDate.now());
        try (ProjectFile file = ProjectFile.open(project)) {
            List<HeritageRegister.Entry> entries = HeritageRegister.run(file, packs, progress);
            progress.done();
            TextTable table = new TextTable(
                    List.of(
                            "id",
                            words("name"),
                            words("protection"),
                            words("distance"),
                            words("covisibility"),
                            words("monument"),
                            words("views")),
                    List.of(false, false, false, true, false, false, true));
            entries.stream()
                    .filter(e -> !publicOnly || e.record().building().publicOwner())
                    .forEach(e -> table.add(row(e)));
            table.lines().forEach(out::println);
            if (target != null) {
                Register register = new Register(packs)
                        .text("id", "id", false)
                        .text("nom", words("name"), false)
                        .text("protection", words("protection"), true)
                        .number("distance", words("distance"), "m", 0)
                        .text("covisibilite", words("covisibility"), true)
                        .text("vue_du_monument", words("monument"), true)
                        .number("vues_communes", words("views"), "%", 0);
                for (HeritageRegister.Entry e : entries) {
                    if (!publicOnly || e.record().building().publicOwner()) {
                        List<String> row = row(e);
                        register.row(
                                row.get(0),
                                row.get(1),
                                e.protection(),
                                e.distanceM(),
                                row.get(4),
                                unknown(e) ? null : row.get(5),
                                100 * e.sharedViews());
                    }
                }
                register.write(target, file, packs, out);
            }
            long presumed = entries.stream()
                    .filter(e -> e.covisibility() == HeritageRegister.Covisibility.PRESUMED)
                    .count();
            long inside =
                    entries.stream().filter(HeritageRegister.Entry::inside).count();
            out.println(Texts.current().text("cli.heritage.count", entries.size(), inside, presumed));
            long unknown = entries.stream().filter(HeritageCommand::unknown).count();
            if (unknown > 0) {
                out.println(Texts.current().text("cli.heritage.unknown", unknown));
            }
            out.println(Texts.current().text("cli.heritage.reserved"));
        }
        Citations.print(out, packs);
        return ExitCode.DONE;
    }

    private static List<String> row(HeritageRegister.Entry entry) {
        String name = entry.record().building().name();
        return List.of(
                entry.record().building().id(),
                name == null ? "" : name.replaceAll("\\p{Cntrl}", " "),
                entry.protection().replaceAll("\\p{Cntrl}", " "),
                Formats.quantity(entry.distanceM(), 0, "m"),
                Texts.current().text("app.heritage." + entry.covisibility().code()),
                unknown(entry) ? "—" : Texts.current().text(entry.fromMonument() ? "cli.yes" : "cli.no"),
                Double.isNaN(entry.sharedViews()) ? "—" : Formats.percent(entry.sharedViews(), 0));
    }

    private static boolean unknown(HeritageRegister.Entry entry) {
        return entry.covisibility() == HeritageRegister.Covisibility.UNKNOWN;
    }

    private static String words(String key) {
        return Texts.current().text("cli.heritage." + key);
    }
}
