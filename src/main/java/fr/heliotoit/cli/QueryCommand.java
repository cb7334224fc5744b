package fr.heliotoit.cli;

import fr.heliotoit.app.FindBuildings;
import fr.heliotoit.app.Outputs;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.io.Ecql;
import fr.heliotoit.io.GeoJsonWriter;
import fr.heliotoit.io.TableWriter;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import fr.heliotoit.text.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        table,
        csv,
        geojson,
        json
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

    @Option(names = "--format", paramLabel = "table|csv|geojson|json", descriptionKey = "query.format")
    private Format format = Format.table;

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
        PrintWriter out = spec.commandLine().getOut();
        try (ProjectFile file = ProjectFile.open(project)) {
            List<Attribute> shown = shown();
            List<BuildingRecord> all = file.records();
            List<BuildingRecord> found = FindBuildings.run(all, expression);
            List<BuildingRecord> listed = (sort == null ? found : FindBuildings.sorted(found, sort))
                    .stream().limit(limit).toList();
            boolean forPeople = format == Format.table;
            if (found.isEmpty()) {
                // People read it in the table's place, programs get an empty table and people the reason beside it.
                (forPeople && target == null ? out : spec.commandLine().getErr())
                        .println(Texts.current().text(FindBuildings.whyNothing(all, expression)));
            }
            if (target != null) {
                save(target, listed, shown, file);
                out.println(Texts.current().text("cli.query.saved", listed.size(), target));
            } else {
                write(out, listed, shown, file);
                if (forPeople && !found.isEmpty()) {
                    out.println(Texts.current()
                            .text(
                                    listed.size() < found.size() ? "cli.query.part" : "cli.query.count",
                                    found.size(),
                                    all.size(),
                                    listed.size()));
                }
            }
        } catch (IOException e) {
            throw new Failure(Message.of("cli.query.unwritable", String.valueOf(target)), e);
        }
        return ExitCode.DONE;
    }

    private List<Attribute> shown() throws Failure {
        if (columns == null) {
            return format == Format.table ? USUAL : Arrays.asList(Attribute.values());
        }
        List<Attribute> chosen = new ArrayList<>();
        for (String column : columns) {
            chosen.add(Ecql.attribute(column.strip()));
        }
        return chosen;
    }

    private void write(Writer out, List<BuildingRecord> listed, List<Attribute> shown, ProjectFile file)
            throws IOException, Failure {
        switch (format) {
            case table -> {
                if (!listed.isEmpty()) {
                    for (String line : TextTable.of(listed, shown).lines()) {
                        out.write(line + System.lineSeparator());
                    }
                }
                out.flush();
            }
            case csv -> TableWriter.csv(listed, shown, out);
            case json -> TableWriter.json(listed, shown, out);
            case geojson -> GeoJsonWriter.write(listed, file.info().crs(), out);
        }
    }

    /** The file appears whole or not at all. */
    private void save(Path path, List<BuildingRecord> listed, List<Attribute> shown, ProjectFile file)
            throws IOException, Failure {
        Outputs.check(path, file.path());
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try {
            try (Writer out = Files.newBufferedWriter(part)) {
                write(out, listed, shown, file);
            }
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
