package fr.heliotoit.io;

import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A table with a header line: comma, semicolon, tab or bar between the columns, UTF-8, UTF-16 or windows-1252, French or English numbers. The place
 * is a column of WKT (or WKB in hexadecimal), or a pair of columns: longitude and latitude (then the system is WGS 84), else x and y, whose
 * system the table does not say.
 */
final class CsvSource implements VectorSource {
    private static final List<String> WKT = List.of("wkt", "geom", "geometry", "the_geom", "geometrie", "wkb_geometry");
    private static final List<List<String>> DEGREES = List.of(
            List.of("lon", "lat"),
            List.of("long", "lat"),
            List.of("lng", "lat"),
            List.of("longitude", "latitude"),
            List.of("x_long", "y_lat"));
    private static final List<List<String>> METRES =
            List.of(List.of("x", "y"), List.of("coord_x", "coord_y"), List.of("easting", "northing"));

    private final Path file;
    private final Charset charset;
    private final CsvText text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final List<String> columns;
    private final @Nullable String shape;
    private final @Nullable List<String> pair;
    private final boolean degrees;
    private final Shapes shapes = new Shapes();
    private final List<Finding> findings = new ArrayList<>();
    private long number;
    private long ragged;
    private @Nullable Optional<Crs> said;

    CsvSource(Path file) throws Failure {
        this.file = file;
        try {
            text = CsvText.open(file);
            charset = text.charset();
            parser = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(text.delimiter())
                    .setIgnoreEmptyLines(true)
                    .setLenientEof(false)
                    .get()
                    .parse(text);
            rows = parser.iterator();
            columns = header();
        } catch (IOException | UncheckedIOException e) {
            throw failure(e);
        }
        if (charset.equals(Encodings.WINDOWS_1252)) {
            findings.add(Finding.warning("ENCODING_DOUBTFUL", null, Message.of("io.encoding.guessed", charset.name())));
        }
        shape = WKT.stream().map(this::named).filter(c -> c != null).findFirst().orElse(null);
        List<String> lonLat = pair(DEGREES);
        degrees = shape == null && lonLat != null;
        pair = shape != null ? null : degrees ? lonLat : pair(METRES);
    }

    private List<String> header() throws Failure {
        if (!rows.hasNext()) {
            throw Failure.of("io.csv.empty", file.getFileName());
        }
        Set<String> names = new LinkedHashSet<>();
        for (String cell : row()) {
            String name = cell.strip();
            String unique = name.isEmpty() ? "colonne_" + (names.size() + 1) : name;
            for (int n = 2; !names.add(unique); n++) {
                unique = name + "_" + n;
            }
        }
        // A list of identifiers has one column; anything else has been cut at the wrong sign, or is no table.
        if (names.size() < 2 && !names.stream().allMatch(n -> n.matches("[\\p{L}_]{2,40}"))) {
            throw Failure.of("io.csv.columns", file.getFileName());
        }
        return List.copyOf(names);
    }

    private CSVRecord row() {
        CSVRecord row = rows.next();
        text.rowDone();
        return row;
    }

    private @Nullable String named(String name) {
        return columns.stream()
                .filter(c -> c.toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElse(null);
    }

    private @Nullable List<String> pair(List<List<String>> usual) {
        for (List<String> names : usual) {
            String x = named(names.getFirst());
            String y = named(names.getLast());
            if (x != null && y != null) {
                return List.of(x, y);
            }
        }
        return null;
    }

    private Failure failure(Exception e) {
        IOException cause = e instanceof UncheckedIOException unchecked
                ? unchecked.getCause()
                : e instanceof IOException io ? io : new IOException(e.getMessage(), e);
        return new Failure(Message.of("io.csv.syntax", file.getFileName(), Formats.number(number + 1)), cause);
    }

    @Override
    public String layer() {
        return VectorFiles.stem(file);
    }

    @Override
    public String encoding() {
        return charset.name();
    }

    /** WGS 84 for longitude and latitude, what an SRID before the WKT says, else unknown; complete after the first feature. */
    @Override
    public Optional<Crs> crs() {
        return degrees ? Optional.of(Crs.WGS84) : said == null ? Optional.empty() : said;
    }

    @Override
    public List<String> columns() {
        return columns.stream().filter(c -> !c.equals(shape)).toList();
    }

    @Override
    public long announced() {
        return 0;
    }

    @Override
    public @Nullable VectorFeature next() throws Failure {
        CSVRecord row;
        try {
            if (!rows.hasNext()) {
                return null;
            }
            row = row();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw failure(e);
        }
        number++;
        ragged += row.size() == columns.size() ? 0 : 1;
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        for (int c = 0; c < columns.size(); c++) {
            String cell = c < row.size() ? row.get(c).strip() : "";
            if (!columns.get(c).equals(shape)) {
                attributes.put(columns.get(c), cell.isEmpty() ? null : cell);
            }
        }
        try {
            return VectorFeature.of(number, attributes, geometry(row));
        } catch (BadGeometry e) {
            return VectorFeature.without(number, attributes, e);
        }
    }

    private Geometry geometry(CSVRecord row) throws BadGeometry {
        if (shape != null) {
            TextGeometry read = TextGeometry.of(cell(row, shape), shapes);
            if (said == null) {
                said = read.crs();
            }
            return read.geometry();
        }
        if (pair == null) {
            throw BadGeometry.none();
        }
        String x = cell(row, pair.getFirst());
        String y = cell(row, pair.getLast());
        if (x.isEmpty() || y.isEmpty()) {
            throw BadGeometry.none();
        }
        return Shapes.FACTORY.createPoint(Shapes.coordinate(number(x), number(y), Double.NaN));
    }

    private String cell(CSVRecord row, String column) {
        int at = columns.indexOf(column);
        return at < row.size() ? row.get(at).strip() : "";
    }

    private static double number(String cell) {
        return Formats.parse(cell).orElse(Double.NaN);
    }

    @Override
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        if (ragged > 0) {
            all.add(Finding.warning(
                    "ROW_RAGGED",
                    null,
                    Message.of("io.csv.ragged", Formats.number(ragged), Formats.number(columns.size()))));
        }
        return all;
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            // Nothing was written: a failing close of a file that was only read loses nothing.
        }
    }
}
