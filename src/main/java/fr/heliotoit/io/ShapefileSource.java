package fr.heliotoit.io;

import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A shapefile: {@code .shp} with, when they are there, {@code .shx} (where the records are: files edited in place have gaps),
 * {@code .dbf} (attributes; rows marked as deleted are left out with their shapes), {@code .cpg} (encoding) and {@code .prj} (system).
 */
final class ShapefileSource implements VectorSource {
    private static final int HEADER = 100;
    private static final int FILE_CODE = 9994;
    private static final int MAX_SIDE_FILE = 1 << 20;

    private final Path file;
    private final FileBytes bytes;
    private final long[] offsets;
    private final @Nullable DbfTable table;
    private final Optional<Crs> crs;
    private final List<Finding> findings = new ArrayList<>();
    private final Shapes shapes = new Shapes();
    private final ShapeRecord record = new ShapeRecord(shapes);
    private int next;
    private long deleted;

    ShapefileSource(Path file) throws Failure {
        this.file = file;
        try {
            bytes = new FileBytes(file);
        } catch (IOException e) {
            throw VectorFiles.unreadable(file, e);
        }
        DbfTable opened = null;
        try {
            ByteBuffer header = bytes.read(0, HEADER);
            if (header.limit() < HEADER || header.getInt(0) != FILE_CODE) {
                throw Failure.of("io.shp.header", file.getFileName());
            }
            offsets = index();
            Optional<Path> dbf = sibling("dbf");
            if (dbf.isEmpty()) {
                findings.add(warning("TABLE_MISSING", "io.shp.noTable", file.getFileName()));
            } else {
                opened = table(dbf.get());
            }
            crs = readCrs();
        } catch (IOException e) {
            bytes.close();
            throw VectorFiles.unreadable(file, e);
        } catch (Failure | RuntimeException e) {
            bytes.close();
            throw e;
        }
        table = opened;
    }

    @Override
    public String layer() {
        return VectorFiles.stem(file);
    }

    @Override
    public String encoding() {
        return table == null ? StandardCharsets.UTF_8.name() : table.charset().name();
    }

    @Override
    public Optional<Crs> crs() {
        return crs;
    }

    @Override
    public List<String> columns() {
        return table == null ? List.of() : table.columns();
    }

    @Override
    public long announced() {
        return offsets.length;
    }

    @Override
    public @Nullable VectorFeature next() throws Failure {
        try {
            while (next < offsets.length) {
                int index = next++;
                Map<String, @Nullable Object> row = table == null ? Map.of() : table.row(index);
                if (row == null) {
                    deleted++;
                } else {
                    return feature(index, row);
                }
            }
        } catch (IOException e) {
            throw VectorFiles.unreadable(file, e);
        }
        return null;
    }

    private VectorFeature feature(int index, Map<String, @Nullable Object> row) throws IOException {
        try {
            return VectorFeature.of(index + 1L, row, record.geometry(content(offsets[index])));
        } catch (BadGeometry e) {
            return VectorFeature.without(index + 1L, row, e);
        }
    }

    @Override
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        if (deleted > 0) {
            all.add(warning("ROWS_DELETED", "io.shp.deleted", Formats.number(deleted)));
        }
        if (shapes.closedRings() > 0) {
            all.add(warning("RING_CLOSED", "io.geometry.closed", Formats.number(shapes.closedRings())));
        }
        return all;
    }

    @Override
    public void close() {
        bytes.close();
        if (table != null) {
            table.close();
        }
    }

    /** Offsets of the record headers: from the index when it is whole, else by walking through the records. */
    private long[] index() throws IOException {
        Optional<Path> shx = sibling("shx");
        if (shx.isPresent() && Files.size(shx.get()) >= HEADER) {
            ByteBuffer table = ByteBuffer.wrap(Files.readAllBytes(shx.get()));
            int count = (table.limit() - HEADER) / 8;
            if (table.getInt(0) == FILE_CODE && (count > 0 || bytes.size() < HEADER + 12)) {
                long[] result = new long[count];
                for (int i = 0; i < count; i++) {
                    result[i] = 2 * Integer.toUnsignedLong(table.getInt(HEADER + 8 * i));
                }
                return result;
            }
        }
        findings.add(warning("INDEX_MISSING", "io.shp.noIndex", file.getFileName()));
        long[] result = new long[64];
        int count = 0;
        for (long at = HEADER; at + 12 <= bytes.size(); ) {
            ByteBuffer head = bytes.read(at, 8);
            int words = head.getInt(4);
            if (words < 2) {
                break; // Padding or damage: nothing says where the next record would begin.
            }
            if (count == result.length) {
                result = Arrays.copyOf(result, 2 * count);
            }
            result[count++] = at;
            at += 8 + 2L * words;
        }
        return Arrays.copyOf(result, count);
    }

    private ByteBuffer content(long offset) throws IOException, BadGeometry {
        if (offset < HEADER || offset + 12 > bytes.size()) {
            throw BadGeometry.because("outside");
        }
        long length = 2L * bytes.read(offset, 8).getInt(4);
        // A length beyond the end of the file is common in cut files; what is there may still hold the shape.
        length = Math.min(length, bytes.size() - offset - 8);
        if (length < 4 || length > Integer.MAX_VALUE - 8) {
            throw BadGeometry.because("cut");
        }
        return bytes.read(offset + 8, (int) length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private @Nullable DbfTable table(Path dbf) throws IOException {
        Optional<Charset> declared = Optional.empty();
        Optional<Path> cpg = sibling("cpg");
        if (cpg.isPresent()) {
            declared = Encodings.ofCodePage(text(cpg.get()));
        }
        try {
            DbfTable opened = new DbfTable(dbf, declared);
            opened.doubt().ifPresent(findings::add);
            if (opened.rows() != offsets.length) {
                findings.add(warning(
                        "TABLE_LENGTH",
                        "io.shp.tableLength",
                        Formats.number(opened.rows()),
                        Formats.number(offsets.length)));
            }
            return opened;
        } catch (IOException e) {
            findings.add(warning("TABLE_UNREADABLE", "io.shp.badTable", dbf.getFileName()));
            return null;
        }
    }

    private Optional<Crs> readCrs() throws IOException {
        Optional<Path> prj = sibling("prj");
        if (prj.isEmpty()) {
            return Optional.empty();
        }
        String wkt = text(prj.get());
        if (wkt.isBlank()) {
            return Optional.empty();
        }
        Optional<Crs> known = Crs.fromWkt(wkt);
        if (known.isEmpty()) {
            findings.add(warning("CRS_UNKNOWN", "io.crs.unknownText", prj.get().getFileName(), CrsText.nameOf(wkt)));
        }
        return known;
    }

    private static String text(Path side) throws IOException {
        return Files.size(side) > MAX_SIDE_FILE
                ? ""
                : new String(Files.readAllBytes(side), StandardCharsets.UTF_8)
                        .replace("\uFEFF", "")
                        .strip();
    }

    /** The file of the same name with another ending, whatever the case of the ending. */
    private Optional<Path> sibling(String ending) throws IOException {
        String wanted = VectorFiles.stem(file) + "." + ending;
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return Optional.empty();
        }
        for (String exact : List.of(wanted, VectorFiles.stem(file) + "." + ending.toUpperCase(java.util.Locale.ROOT))) {
            if (Files.isRegularFile(folder.resolve(exact))) {
                return Optional.of(folder.resolve(exact));
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().equalsIgnoreCase(wanted))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .findFirst();
        }
    }

    private static Finding warning(String code, String key, Object... arguments) {
        return Finding.warning(code, null, Message.of(key, arguments));
    }
}
