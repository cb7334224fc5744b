package fr.heliotoit.cli;

import fr.heliotoit.app.ExportBuildings;
import fr.heliotoit.app.ExportFormat;
import fr.heliotoit.app.FindBuildings;
import fr.heliotoit.app.Outputs;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.io.Ecql;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import fr.heliotoit.text.Texts;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit query}: the buildings that an ECQL expression is true for. */
@Command(name = "query", mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
    /** How buildings are printed; also what {@code --format} takes. */
    enum Format {
        table(null),
        csv(ExportFormat.csv),
        excel(ExportFormat.excel),
        xlsx(ExportFormat.xlsx),
        geojson(ExportFormat.geojson),
        json(ExportFormat.json),
        gpkg(ExportFormat.gpkg);

        private final @Nullable ExportFormat file;

        Format(@Nullable ExportFormat file) {
            this.file = file;
        }
    }

    private static final List<Attribute> USUAL = List.of(
            Attribute.ID,
            Attribute.NOM,
            Attribute.USAGE,
            Attribute.PUBLIC,
            Attribute.EMPRISE,
            Attribute.SURFACE,
            Attribute.IRRADIATION,
            Attribute.PUISSANCE,
            Attribute.PRODUCTION,
            Attribute.CLASSE,
            Attribute.RAISON);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Parameters(index = "1", paramLabel = "EXPRESSION", descriptionKey = "query.expression")
    private String expression = "";

    @Option(names = "--format", paramLabel = "F", descriptionKey = "query.format")
    private @Nullable Format given;

    @Option(names = "--out", paramLabel = "F", descriptionKey = "query.out")
    private @Nullable Path target;

    @Option(names = "--columns", paramLabel = "a,b", split = ",", descriptionKey = "query.columns")
    private String @Nullable [] columns;

    @Option(names = "--sort", paramLabel = "[-]a", descriptionKey = "query.sort")
    private @Nullable String sort;

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "query.limit")
    private int limit = Integer.MAX_VALUE;

    @Override
    public Integer call() throws Failure {
        if (limit < 1) {
            throw new ParameterException(
                    spec.commandLine(), "limit", null, spec.findOption("--limit"), String.valueOf(limit));
        }
        Format format = format();
        PrintWriter out = spec.commandLine().getOut();
        try (ProjectFile file = ProjectFile.open(project)) {
            List<Attribute> shown = shown(format);
            FindBuildings.Answer answer = FindBuildings.run(file, expression, sort, limit);
            List<BuildingRecord> listed = answer.listed();
            boolean forPeople = format == Format.table;
            if (answer.found() == 0) {
                // People read it in the table's place, programs get an empty table and people the reason beside it.
                (forPeople && target == null ? out : spec.commandLine().getErr())
                        .println(Texts.current().text(FindBuildings.whyNothing(file.records(), expression)));
            }
            ExportBuildings export = new ExportBuildings(file, listed, expression);
            if (target != null) {
                if (format.file == null) {
                    Outputs.write(
                            target,
                            to -> {
                                PrintWriter text = new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
                                table(listed, shown, text);
                                cite(text, file, shown);
                                text.flush();
                            },
                            file.path());
                } else {
                    export.run(format.file, shown, target);
                }
                out.println(Texts.current().text("cli.query.saved", listed.size(), target));
                cite(out, file, shown);
            } else {
                if (format.file == null) {
                    table(listed, shown, out);
                } else {
                    export.text(format.file, shown, out);
                }
                if (forPeople && answer.found() > 0) {
                    cite(out, file, shown);
                    out.println(Texts.current()
                            .text(
                                    listed.size() < answer.found() ? "cli.query.part" : "cli.query.count",
                                    answer.found(),
                                    file.count(),
                                    listed.size()));
                }
            }
        } catch (IOException e) {
            throw new Failure(Message.of("cli.query.unwritable", String.valueOf(target)), e);
        }
        return ExitCode.DONE;
    }

    /** Values of an evaluation never stand without the packs they come from. */
    private static void cite(PrintWriter out, ProjectFile file, List<Attribute> shown) throws Failure {
        Set<String> packs = new LinkedHashSet<>();
        for (Attribute attribute : shown) {
            packs.addAll(file.citations(attribute));
        }
        Citations.print(out, List.copyOf(packs));
    }

    private List<Attribute> shown(Format format) throws Failure {
        if (columns == null) {
            return format == Format.table ? USUAL : Arrays.asList(Attribute.values());
        }
        List<Attribute> chosen = new ArrayList<>();
        for (String column : columns) {
            chosen.add(Ecql.attribute(column.strip()));
        }
        return chosen;
    }

    private static void table(List<BuildingRecord> listed, List<Attribute> shown, Writer out) throws IOException {
        if (!listed.isEmpty()) {
            for (String line : TextTable.of(listed, shown).lines()) {
                out.write(line + System.lineSeparator());
            }
        }
        out.flush();
    }

    /** What was asked for, else what the file's ending says. */
    private Format format() throws Failure {
        if (target != null
                && String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT).endsWith(".shp")) {
            throw Failure.of("cli.query.shapefile", target);
        }
        Format format = given;
        if (format == null) {
            format = target == null
                    ? Format.table
                    : ExportFormat.byEnding(target)
                            .map(f -> Format.valueOf(f.name()))
                            .orElse(Format.table);
        }
        if (target == null && (format == Format.xlsx || format == Format.gpkg)) {
            throw Failure.of("cli.query.needsFile", format);
        }
        return format;
    }
}
