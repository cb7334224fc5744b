package fr.heliotoit.cli;

import fr.heliotoit.app.DataPacks;
import fr.heliotoit.app.ObligationsRegister;
import fr.heliotoit.rules.Duties;
import fr.heliotoit.rules.Interval;
import fr.heliotoit.rules.ObligationEntry;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit obligations}: what the law asks of every public building and car park. */
@Command(name = "obligations", mixinStandardHelpOptions = true)
final class ObligationsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Option(names = "--date", paramLabel = "AAAA-MM-JJ", descriptionKey = "packs.date")
    private @Nullable LocalDate date;

    @Option(names = "--out", paramLabel = "F", descriptionKey = "register.out")
    private @Nullable Path target;

    @Override
    public Integer call() throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        Packs packs = DataPacks.load(date == null ? LocalDate.now() : date);
        try (ProjectFile file = ProjectFile.open(project)) {
            List<ObligationEntry> entries = ObligationsRegister.run(file, packs, !file.readOnly(), progress);
            progress.done();
            if (entries.isEmpty()) {
                out.println(words("nothing"));
            }
            TextTable table = new TextTable(
                    List.of(
                            words("kind"),
                            "id",
                            words("name"),
                            words("area"),
                            words("duty"),
                            words("deadline"),
                            words("margin"),
                            words("status"),
                            words("arguments"),
                            words("canopy")),
                    List.of(false, false, false, true, false, false, true, false, false, true));
            entries.forEach(entry -> table.add(row(entry)));
            if (!entries.isEmpty()) {
                table.lines().forEach(out::println);
            }
            if (target != null) {
                register(entries, packs).write(target, file, packs, out);
            }
            if (entries.stream().anyMatch(e -> e.carPark() && e.areaM2() > 0 && e.canopyKWp() == null)) {
                out.println(words("canopy.none"));
            }
            String language = Texts.current().locale().getLanguage();
            ObligationEntry.duties(entries)
                    .forEach(d -> out.println(Texts.current()
                            .text(
                                    "cli.obligations.text",
                                    title(d),
                                    d.words().in(language),
                                    d.reference(),
                                    Formats.date(d.deadline()),
                                    d.exemptions().stream()
                                            .map(w -> w.in(language))
                                            .collect(Collectors.joining(", ")))));
            Duties.of(packs.of(PackKind.LAW)).notes().forEach(note -> out.println(note.in(language)));
        }
        Citations.print(out, packs);
        return ExitCode.DONE;
    }

    private static List<String> row(ObligationEntry entry) {
        return List.of(
                words(entry.carPark() ? "carPark" : "building"),
                entry.id(),
                entry.name() == null ? "" : entry.name().replaceAll("\\p{Cntrl}", " "),
                Formats.quantity(entry.areaM2(), 0, "m²"),
                joined(entry.duties().stream()
                        .map(d -> d.title().in(Texts.current().locale().getLanguage()))),
                entry.first().map(d -> d.deadline().toString()).orElse("—"),
                Formats.quantity(entry.marginM2(), 0, "m²"),
                Texts.current().text("rules.obligation.status." + entry.status().code()),
                entry.arguments().stream()
                        .map(a -> Texts.current().text("rules.obligation.argument." + a.code()))
                        .collect(Collectors.joining(", ")),
                entry.canopyKWp() == null ? "" : Formats.quantity(entry.canopyKWp(), 0, "kWc"));
    }

    private static Register register(List<ObligationEntry> entries, Packs packs) {
        Register register = new Register(packs)
                .text("objet", words("kind"), false)
                .text("id", "id", false)
                .text("nom", words("name"), false)
                .number("surface", words("area"), "m²", 0)
                .text("obligation", words("duty"), true)
                .text("reference", words("reference"), true)
                .text("echeance", words("deadline"), true)
                .number("marge", words("margin"), "m²", 0)
                .text("etat", words("status"), true)
                .text("motifs", words("arguments"), true)
                .text("exemptions", words("exemptions"), true)
                .number("ombrieres_puissance", words("canopy"), "kWc", 0)
                .number("ombrieres_production", words("canopy.production"), "kWh/an", 0);
        String language = Texts.current().locale().getLanguage();
        for (ObligationEntry entry : entries) {
            List<String> row = row(entry);
            Interval production = entry.canopyKWh();
            register.row(
                    row.get(0),
                    entry.id(),
                    entry.name(),
                    entry.areaM2(),
                    joined(entry.duties().stream().map(ObligationsCommand::title)),
                    joined(entry.duties().stream().map(Duties.Duty::reference)),
                    entry.first().map(d -> d.deadline().toString()).orElse(null),
                    entry.marginM2(),
                    row.get(7),
                    row.get(8),
                    joined(entry.duties().stream()
                            .flatMap(d -> d.exemptions().stream())
                            .map(w -> w.in(language))),
                    entry.canopyKWp(),
                    production == null ? null : production.value());
        }
        return register;
    }

    private static String joined(Stream<String> words) {
        return words.distinct().collect(Collectors.joining(" ; "));
    }

    private static String title(Duties.Duty duty) {
        return duty.title().in(Texts.current().locale().getLanguage())
                + (duty.verified() ? "" : Texts.current().text("rules.cite.unverified"));
    }

    private static String words(String key) {
        return Texts.current().text("cli.obligations." + key);
    }
}
