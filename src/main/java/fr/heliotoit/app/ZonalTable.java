package fr.heliotoit.app;

import fr.heliotoit.app.ZonalStatistics.Statistics;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.io.VectorFeature;
import fr.heliotoit.io.VectorFiles;
import fr.heliotoit.io.VectorSource;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Zonal statistics from files to a table: {@code id,count,sum,mean,min,max,stdev}, one line per zone in the order of the file, UTF-8,
 * decimal points; numbers are empty where a zone has no data.
 */
public final class ZonalTable {
    private static final List<String> USUAL_IDS = List.of("id", "cleabs", "fid", "ogc_fid", "objectid");

    /**
     * @param zones lines written
     * @param withData zones that meet cells with data
     * @param refused zones whose geometry cannot be read; they are in the table, without numbers
     */
    public record Report(int zones, int withData, int refused) {}

    private ZonalTable() {}

    /**
     * @param rasters one, or the tiles of one
     * @param given the system of files that name none
     * @param idColumn column that names the zones; null for a usual one, else their number in the file
     * @param threads at least 1; the result does not depend on it
     */
    public static Report write(
            Path zones,
            List<Path> rasters,
            Path out,
            @Nullable Crs given,
            @Nullable String idColumn,
            int threads,
            Progress progress)
            throws Failure {
        List<String> ids = new ArrayList<>();
        List<Geometry> shapes = new ArrayList<>();
        List<Statistics> statistics;
        int refused;
        try (RasterSource source = RasterFiles.open(rasters, given)) {
            refused = read(zones, source, rasters.getFirst(), given, idColumn, ids, shapes);
            statistics = ZonalStatistics.of(shapes, source, threads, progress);
        }
        write(out, ids, statistics);
        int withData = (int) statistics.stream().filter(s -> s.count() > 0).count();
        return new Report(ids.size(), withData, refused);
    }

    private static int read(
            Path file,
            RasterSource raster,
            Path rasterFile,
            @Nullable Crs given,
            @Nullable String idColumn,
            List<String> ids,
            List<Geometry> shapes)
            throws Failure {
        int refused = 0;
        Geometry nothing = new GeometryFactory().createPolygon();
        try (VectorSource source = VectorFiles.open(file)) {
            Crs from = named(source.crs(), given, file);
            Crs to = named(raster.crs(), given, rasterFile);
            String column = idColumn(source, idColumn);
            for (VectorFeature f = source.next(); f != null; f = source.next()) {
                Object id = column == null ? null : f.attributes().get(column);
                ids.add(id == null ? Long.toString(f.number()) : id.toString());
                Geometry shape = f.geometry();
                refused += shape == null ? 1 : 0;
                shapes.add(shape == null ? nothing : from.transform(shape, to));
            }
        }
        return refused;
    }

    private static Crs named(Optional<Crs> named, @Nullable Crs given, Path file) throws Failure {
        if (named.isPresent()) {
            return named.get();
        }
        if (given == null) {
            throw Failure.of("app.zonal.crs", file.toString());
        }
        return given;
    }

    private static @Nullable String idColumn(VectorSource source, @Nullable String wanted) throws Failure {
        for (String usual : wanted == null ? USUAL_IDS : List.of(wanted)) {
            for (String column : source.columns()) {
                if (column.equalsIgnoreCase(usual)) {
                    return column;
                }
            }
        }
        if (wanted != null) {
            throw Failure.of("app.zonal.column", source.layer(), wanted, String.join(", ", source.columns()));
        }
        return null;
    }

    private static void write(Path out, List<String> ids, List<Statistics> statistics) throws Failure {
        Path part = out.resolveSibling(out.getFileName() + ".part");
        try {
            try (BufferedWriter csv = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                csv.write("id,count,sum,mean,min,max,stdev\n");
                for (int i = 0; i < ids.size(); i++) {
                    Statistics s = statistics.get(i);
                    boolean data = s.count() > 0;
                    csv.write(quoted(ids.get(i)));
                    csv.write(data ? "," + s.count() + "," + s.sum() : ",0,0");
                    csv.write(data ? "," + s.mean() + "," + s.min() + "," + s.max() + "," + s.deviation() : ",,,,");
                    csv.write("\n");
                }
            }
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure(Message.of("app.zonal.write", out.toString()), e);
        }
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
