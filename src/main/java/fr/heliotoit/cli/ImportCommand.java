package fr.heliotoit.cli;

import fr.heliotoit.app.ImportBatch;
import fr.heliotoit.app.ImportColumns;
import fr.heliotoit.app.ImportKind;
import fr.heliotoit.app.ImportOptions;
import fr.heliotoit.app.ImportReport;
import fr.heliotoit.app.Outputs;
import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.io.ColumnProfile;
import fr.heliotoit.io.FindingsFile;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit import}: takes files into a project. */
@Command(name = "import", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "PROJET.gpkg", descriptionKey = "import.project")
    private Path project = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FICHIER", descriptionKey = "import.files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--as", paramLabel = "GENRE", descriptionKey = "import.as")
    private @Nullable String kind;

    @Option(names = "--profile", paramLabel = "NOM|F.json", descriptionKey = "import.profile")
    private @Nullable String profile;

    @Option(names = "--map", paramLabel = "SENS=COLONNE", split = ",", descriptionKey = "import.map")
    private Map<String, String> map = new LinkedHashMap<>();

    @Option(names = "--save-profile", paramLabel = "NOM|F.json", descriptionKey = "import.saveProfile")
    private @Nullable String saveProfile;

    @Option(names = "--crs", paramLabel = "EPSG:…", descriptionKey = "import.crs")
    private @Nullable String crs;

    @Option(names = "--swap-axes", descriptionKey = "import.swapAxes")
    private boolean swapAxes;

    @Option(names = "--vintage", paramLabel = "AAAA-MM", descriptionKey = "import.vintage")
    private @Nullable String vintage;

    @Option(names = "--dry-run", descriptionKey = "import.dryRun")
    private boolean dryRun;

    @Option(names = "--findings", paramLabel = "F.csv|F.json", descriptionKey = "import.findings")
    private @Nullable Path findings;

    @Override
    public Integer call() throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        ColumnProfile columns = ImportColumns.wanted(profile, map, importKind());
        if (saveProfile != null && columns == null) {
            throw Failure.of("cli.import.nothingToSave");
        }
        if (saveProfile != null) {
            ImportColumns.checkSave(saveProfile);
        }
        ImportOptions options = new ImportOptions(
                crs == null ? null : Crs.of(crs),
                vintage,
                importKind(),
                columns,
                swapAxes,
                importKind() == ImportKind.BUILDINGS,
                dryRun);
        if (findings != null) {
            Outputs.check(findings, project);
            Outputs.check(findings, files.toArray(Path[]::new));
        }
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        ImportReport report;
        boolean computed;
        try (ProjectFile file = ProjectFile.open(project)) {
            if (!dryRun) {
                file.requireWriter();
            }
            computed = !file.computationSources().isEmpty();
            report = ImportBatch.run(file, files, options, progress);
        } catch (Failure e) {
            if (findings != null) {
                FindingsFile.write(
                        List.of(new Finding(
                                Finding.Severity.REFUSED, code(e), null, Double.NaN, Double.NaN, e.sentence())),
                        findings);
            }
            throw e;
        } finally {
            progress.done();
        }
        if (findings != null) {
            FindingsFile.write(report.findings(), findings);
        }
        print(report, computed, out);
        if (saveProfile != null && columns != null) {
            out.println(Texts.current().text("cli.import.profileSaved", ImportColumns.save(columns, saveProfile)));
        }
        boolean nothing = report.accepted() + report.attached() == 0
                && report.registered().isEmpty()
                && report.changes().isEmpty();
        return nothing || report.refused() > 0 ? ExitCode.REFUSED : ExitCode.DONE;
    }

    /** What a refusal of a whole file is called among the findings. */
    private static String code(Failure e) {
        return switch (e.sentence().key()) {
            case "app.import.crsMissing", "app.import.crsMissingNone" -> "CRS_MISSING";
            case "app.import.crsImplausible", "app.import.crsImplausibleNone" -> "CRS_IMPLAUSIBLE";
            case "app.import.axesSwapped", "app.import.axesSwappedIn" -> "AXES_SWAPPED";
            default -> "IMPORT_REFUSED";
        };
    }

    private @Nullable ImportKind importKind() throws Failure {
        String said = kind;
        return said == null
                ? null
                : ImportKind.ofCode(said).orElseThrow(() -> Failure.of("cli.import.kind", said, ImportKind.codes()));
    }

    private void print(ImportReport report, boolean computed, PrintWriter out) {
        Texts texts = Texts.current();
        if (report.read() > 0) {
            out.println(texts.text(
                    "cli.import.counts",
                    Formats.number(report.read()),
                    Formats.number(report.accepted() + report.attached()),
                    Formats.number(report.refused()),
                    Formats.number(report.ignored())));
        }
        new TreeMap<>(report.layers())
                .forEach((layer, count) -> out.println(texts.text(
                        "cli.import.layer", texts.text("cadastre.layer." + layer.code()), Formats.number(count))));
        for (InputFile input : report.registered()) {
            out.println(texts.text("cli.import.input", input.kind().code(), input.name()));
        }
        printFindings(report.findings(), out);
        ChangeSet changes = report.changes();
        boolean update = !changes.removed().isEmpty()
                || !changes.changed().isEmpty()
                || !changes.unchanged().isEmpty();
        if (update) {
            out.println(texts.text("cli.import.differences"));
            Differences.print(out, changes);
        }
        if (dryRun) {
            out.println(texts.text("cli.import.dry"));
        } else if (report.snapshot().isPresent()) {
            Snapshot snapshot = report.snapshot().get();
            out.println(texts.text("cli.import.saved", snapshot.vintage(), snapshot.buildings(), project));
            if (update && computed) {
                out.println(texts.text(changes.isEmpty() ? "cli.import.keepsAll" : "cli.import.keeps"));
            }
        } else if (report.registered().isEmpty()) {
            out.println(texts.text("cli.import.unchanged"));
        }
    }

    /** One line per code: how many, and the first of them as an example. */
    private static void printFindings(List<Finding> findings, PrintWriter out) {
        Map<String, List<Finding>> byCode = new LinkedHashMap<>();
        findings.forEach(
                f -> byCode.computeIfAbsent(f.code(), c -> new ArrayList<>()).add(f));
        Texts texts = Texts.current();
        byCode.forEach((code, all) -> {
            Finding first = all.getFirst();
            String sentence = texts.text(first.message());
            String line = first.featureId() == null
                    ? sentence
                    : texts.text("cli.import.example", first.featureId(), sentence);
            out.println("  " + severity(first) + " " + code + " × " + Formats.number(all.size()) + " : " + line);
        });
    }

    private static String severity(Finding finding) {
        return Texts.current().text("cli.severity." + finding.severity().name().toLowerCase(java.util.Locale.ROOT));
    }
}
