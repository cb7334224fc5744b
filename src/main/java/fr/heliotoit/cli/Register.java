package fr.heliotoit.cli;

import fr.heliotoit.app.ExportFormat;
import fr.heliotoit.app.TableFile;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.io.Table;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of a decision command as a file: what {@code --out} writes, one way for all of them. */
final class Register {
    private static final Set<ExportFormat> FORMATS = Set.of(ExportFormat.csv, ExportFormat.xlsx, ExportFormat.json);

    private final List<String> citations;
    private final List<Table.Column> columns = new ArrayList<>();
    private final List<Table.Row> rows = new ArrayList<>();

    /** @param packs that its figures come from: all that were asked for */
    Register(Packs packs) {
        citations = packs.citations();
    }

    /** @param cited whether the words come from the packs */
    Register text(String name, String heading, boolean cited) {
        columns.add(new Table.Column(name, heading, Attribute.Type.TEXT, 0, cited ? citations : List.of()));
        return this;
    }

    Register flag(String name, String heading) {
        columns.add(new Table.Column(name, heading, Attribute.Type.FLAG, 0, List.of()));
        return this;
    }

    Register number(String name, String heading, String unit, int decimals) {
        String words = unit.isEmpty() ? heading : heading + " (" + Formats.unit(unit) + ")";
        columns.add(new Table.Column(name, words, Attribute.Type.NUMBER, decimals, citations));
        return this;
    }

    /** @param values one for each column; null and NaN for none */
    void row(@Nullable Object... values) {
        List<@Nullable Object> known = new ArrayList<>(Arrays.asList(values));
        known.replaceAll(value -> value instanceof Double d && d.isNaN() ? null : value);
        rows.add(new Table.Row(known));
    }

    /** Writes the file in the format that its ending says. */
    void write(Path target, ProjectFile project, Packs packs, PrintWriter out) throws Failure {
        ExportFormat format = ExportFormat.byEnding(target)
                .filter(FORMATS::contains)
                .orElseThrow(() -> Failure.of("cli.register.format", target));
        TableFile.write(new Table(columns, rows, TableFile.about(project, packs.citations())), format, target, project);
        out.println(Texts.current().text("cli.register.saved", rows.size(), target));
    }
}
