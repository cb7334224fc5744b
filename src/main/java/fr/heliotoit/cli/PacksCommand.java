package fr.heliotoit.cli;

import fr.heliotoit.app.DataPacks;
import fr.heliotoit.rules.DataPack;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit packs}: the dated values that figures come from. */
@Command(name = "packs", mixinStandardHelpOptions = true)
final class PacksCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--date", paramLabel = "AAAA-MM-JJ", descriptionKey = "packs.date") @Nullable
                    LocalDate date)
            throws Failure {
        Packs packs = DataPacks.load(date == null ? LocalDate.now() : date);
        TextTable table = new TextTable(
                List.of(words("kind"), words("name"), words("from"), words("to"), words("state"), words("file.column")),
                List.of(false, false, false, false, false, false));
        for (DataPack pack : packs.all()) {
            table.add(List.of(
                    Texts.current().text("rules.kind." + pack.kind().code()),
                    pack.name(),
                    DataPacks.dated(pack.kind()) ? pack.validFrom().toString() : "—",
                    pack.validTo() == null ? "—" : pack.validTo().toString(),
                    state(pack, packs),
                    pack.file()));
        }
        PrintWriter out = spec.commandLine().getOut();
        table.lines().forEach(out::println);
        out.println(Texts.current().text("cli.packs.day", Formats.date(packs.today()), DataPacks.userFolder()));
        return ExitCode.DONE;
    }

    private static String state(DataPack pack, Packs packs) throws Failure {
        String state = pack.expiredOn(packs.today())
                ? words("expired")
                : pack.validFrom().isAfter(packs.today()) ? words("future") : words("valid");
        String counts = DataPacks.counts(pack, packs) ? state + ", " + words("counts") : state;
        return pack.verified() ? counts : counts + ", " + words("unverified");
    }

    @Command(name = "import", mixinStandardHelpOptions = true)
    int importPack(@Parameters(index = "0", paramLabel = "F.json", descriptionKey = "packs.file") Path file)
            throws Failure {
        DataPack pack = DataPacks.importFile(file);
        PrintWriter out = spec.commandLine().getOut();
        out.println(Texts.current().text("cli.packs.imported", pack.citation(LocalDate.now()), DataPacks.userFolder()));
        return ExitCode.DONE;
    }

    @Command(name = "check", mixinStandardHelpOptions = true)
    int check(
            @Parameters(arity = "0..*", paramLabel = "F.json", descriptionKey = "packs.file") @Nullable
                    List<Path> files)
            throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        int bad = 0;
        List<Path> checked = files == null || files.isEmpty() ? DataPacks.files() : files;
        for (Path file : checked) {
            try {
                DataPack pack = DataPacks.check(file);
                long unverified = pack.values().values().stream()
                        .filter(f -> !f.verified())
                        .count();
                out.println(Texts.current()
                        .text(
                                pack.values().isEmpty() ? "cli.packs.right.tables" : "cli.packs.right",
                                pack.file(),
                                pack.citation(LocalDate.now()),
                                pack.values().size(),
                                unverified));
            } catch (Failure e) {
                bad++;
                out.println(e.getMessage());
            }
        }
        out.println(Texts.current().text("cli.packs.checked", checked.size(), bad));
        return bad == 0 ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static String words(String key) {
        return Texts.current().text("cli.packs." + key);
    }
}
