package fr.heliotoit.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.heliotoit.app.Installation;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.store.HistoryEntry;
import fr.heliotoit.store.JournalEntry;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit info}: what a project file holds, and the attributes that queries and tables know. */
@Command(name = "info", mixinStandardHelpOptions = true)
final class InfoCommand implements Callable<Integer> {
    private static final int JOURNAL_TAIL = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Option(names = "--json", descriptionKey = "info.json")
    private boolean json;

    @Override
    public Integer call() throws Failure {
        try (ProjectFile file = ProjectFile.open(project)) {
            CommuneSummary summary =
                    CommuneSummary.of(file.records(), Installation.conventions().classes());
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(json(file, summary).toPrettyString());
            } else {
                print(out, file, summary);
            }
        }
        return ExitCode.DONE;
    }

    private static String t(String key, Object... arguments) {
        return Texts.current().text("cli.info." + key, arguments);
    }

    private static void print(PrintWriter out, ProjectFile file, CommuneSummary summary) throws Failure {
        Commune commune = file.info().commune();
        out.println(t("commune", commune.name() + (commune.inseeCode() == null ? "" : " " + commune.inseeCode())));
        if (commune.epci() != null) {
            out.println(t("epci", commune.epci()));
        }
        if (commune.population() != null) {
            out.println(t("population", Formats.number(commune.population())));
        }
        out.println(t("crs", file.info().crs().code()));
        if (file.info().synthetic()) {
            out.println(t("synthetic"));
        }
        file.readOnlyReason().ifPresent(reason -> out.println(Texts.current().text(reason)));
        out.println();
        List<HistoryEntry> history = file.history();
        out.println(t(file.current().isEmpty() ? "snapshots.none" : "snapshots"));
        for (HistoryEntry entry : history) {
            Snapshot snapshot = entry.snapshot();
            out.println("  " + (entry.current() ? "* " : "  ")
                    + t(
                            "snapshot",
                            snapshot.vintage(),
                            snapshot.buildings(),
                            Formats.date(LocalDate.ofInstant(snapshot.createdAt(), ZoneId.systemDefault())),
                            names(snapshot.sources())));
        }
        for (InputFile input : file.inputs()) {
            out.println(t("input", input.kind().code(), input.path()));
        }
        if (!file.computationSources().isEmpty()) {
            out.println(t("computed", names(file.computationSources())));
        }
        out.println();
        totals(out, summary);
        out.println();
        Citations.print(out, file.citations(Attribute.PRODUCTION));
        out.println(t("journal"));
        List<JournalEntry> journal = file.journal();
        for (JournalEntry entry : journal.subList(Math.max(0, journal.size() - JOURNAL_TAIL), journal.size())) {
            out.println("  " + entry.at() + "  " + entry.action() + "  " + entry.detail());
        }
        out.println();
        out.println(t("attributes"));
        TextTable table = new TextTable(List.of("", "", ""), List.of(false, false, false));
        for (Attribute a : Attribute.values()) {
            table.add(List.of("  " + a.attributeName(), Formats.unit(a.unit()), label(a)));
        }
        table.lines().stream().skip(1).forEach(out::println);
    }

    private static void totals(PrintWriter out, CommuneSummary summary) {
        out.println(t("buildings", Formats.number(summary.buildings()), Formats.number(summary.withFigure())));
        if (summary.withFigure() > 0) {
            out.println(t(
                    "totals",
                    Formats.quantity(summary.usableAreaM2(), 0, "m²"),
                    Formats.quantity(summary.peakPowerKWp(), 0, "kWc"),
                    Formats.quantity(summary.yearlyYieldKWh(), 0, "kWh/an")));
            summary.byClass()
                    .forEach((c, total) -> out.println("  "
                            + t("class", c, total.buildings(), Formats.quantity(total.yearlyYieldKWh(), 0, "kWh/an"))));
        }
        summary.byReason()
                .forEach((reason, count) -> out.println("  " + Formats.number(count) + " : "
                        + Texts.current().text("cadastre.reason." + reason.code()) + " (" + reason.code() + ")"));
    }

    private static String label(Attribute attribute) {
        return Texts.current().text("cadastre.attribute." + attribute.attributeName());
    }

    private static String names(List<Snapshot.Source> sources) {
        return sources.stream().map(Snapshot.Source::name).collect(Collectors.joining(", "));
    }

    /** The same without language: keys and codes in place of words. */
    private static ObjectNode json(ProjectFile file, CommuneSummary summary) throws Failure {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        Commune commune = file.info().commune();
        root.putObject("commune")
                .put("insee", commune.inseeCode())
                .put("nom", commune.name())
                .put("epci", commune.epci())
                .put("population", commune.population());
        root.put("crs", file.info().crs().code());
        root.put("synthetique", file.info().synthetic());
        root.put("lecture_seule", file.readOnly());
        ArrayNode snapshots = root.putArray("millesimes");
        for (HistoryEntry entry : file.history()) {
            Snapshot snapshot = entry.snapshot();
            ObjectNode node = snapshots
                    .addObject()
                    .put("id", snapshot.id())
                    .put("millesime", snapshot.vintage())
                    .put("cree_le", snapshot.createdAt().toString())
                    .put("batiments", snapshot.buildings())
                    .put("courant", entry.current());
            sources(node.putArray("sources"), snapshot.sources());
        }
        ArrayNode inputs = root.putArray("entrees");
        for (InputFile input : file.inputs()) {
            inputs.addObject()
                    .put("nature", input.kind().code())
                    .put("chemin", input.path())
                    .put("sha256", input.sha256())
                    .put("crs", input.crs());
        }
        sources(root.putArray("calcul"), file.computationSources());
        ObjectNode totals = root.putObject("totaux");
        totals.put("batiments", summary.buildings())
                .put("avec_chiffre", summary.withFigure())
                .put("surface_m2", summary.usableAreaM2())
                .put("puissance_kwc", summary.peakPowerKWp())
                .put("production_kwh_an", summary.yearlyYieldKWh());
        ObjectNode classes = totals.putObject("classes");
        summary.byClass().forEach((c, total) -> classes.put(String.valueOf(c), total.buildings()));
        ObjectNode reasons = totals.putObject("raisons");
        summary.byReason().forEach((reason, count) -> reasons.put(reason.code(), count));
        ArrayNode journal = root.putArray("journal");
        for (JournalEntry entry : file.journal()) {
            journal.addObject()
                    .put("date", entry.at().toString())
                    .put("action", entry.action())
                    .put("detail", entry.detail());
        }
        ArrayNode attributes = root.putArray("attributs");
        for (Attribute attribute : Attribute.values()) {
            attributes
                    .addObject()
                    .put("nom", attribute.attributeName())
                    .put("unite", attribute.unit())
                    .put("type", attribute.type().name().toLowerCase(java.util.Locale.ROOT))
                    .put("libelle", label(attribute));
        }
        return root;
    }

    private static void sources(ArrayNode nodes, List<Snapshot.Source> sources) {
        for (Snapshot.Source source : sources) {
            nodes.addObject()
                    .put("nature", source.kind())
                    .put("nom", source.name())
                    .put("sha256", source.sha256());
        }
    }
}
