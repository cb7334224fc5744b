package fr.heliotoit.io;

import fr.heliotoit.geo.Crs;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * A geometry in a cell of a table: WKT, perhaps with an SRID before it (PostGIS), or WKB in hexadecimal.
 *
 * @param crs what the SRID says
 */
record TextGeometry(Geometry geometry, Optional<Crs> crs) {
    /** A collection of multipolygons has five; the reader of JTS calls itself for every one. */
    private static final int MAX_PARENTHESES = 16;

    private static final Pattern SRID = Pattern.compile("(?is)\\s*SRID\\s*=\\s*(\\d{4,6})\\s*;(.*)");
    /** {@code (652000,5} or, where a blank follows the comma between places, {@code , 652000,5}. */
    private static final Pattern FIRST = Pattern.compile("(?<=\\(|\\(\\s|,\\s)(-?\\d+),(\\d+)(?=\\s)");

    /** {@code 6860000,25)} or {@code 6860000,25, }. */
    private static final Pattern LAST = Pattern.compile("(?<=\\s)(-?\\d+),(\\d+)(?=\\s?\\)|,\\s)");

    /** {@code 6860000,25,652010,5}. */
    private static final Pattern BETWEEN = Pattern.compile("(?<![\\d,])(-?\\d+),(\\d+),(-?\\d+),(\\d+)(?![\\d,])");

    private static final Pattern HEXADECIMAL = Pattern.compile("(?:[0-9a-fA-F]{2}){5,}");

    static TextGeometry of(String cell, Shapes shapes) throws BadGeometry {
        if (cell.isEmpty()) {
            throw BadGeometry.none();
        }
        if (HEXADECIMAL.matcher(cell).matches()) {
            byte[] bytes = HexFormat.of().parseHex(cell);
            return new TextGeometry(new WkbGeometry(shapes).geometry(ByteBuffer.wrap(bytes)), Optional.empty());
        }
        Matcher srid = SRID.matcher(cell);
        boolean named = srid.matches();
        String wkt = named ? srid.group(2) : cell;
        int depth = 0;
        for (int i = 0; i < wkt.length(); i++) {
            depth += wkt.charAt(i) == '(' ? 1 : wkt.charAt(i) == ')' ? -1 : 0;
            if (depth > MAX_PARENTHESES) {
                throw BadGeometry.because("nested", MAX_PARENTHESES);
            }
        }
        try {
            Geometry geometry = read(wkt);
            for (Coordinate c : geometry.getCoordinates()) {
                if (!c.isValid()) {
                    throw BadGeometry.nan();
                }
            }
            return new TextGeometry(geometry, named ? CrsText.fromCode(srid.group(1)) : Optional.empty());
        } catch (ParseException | IllegalArgumentException e) {
            throw BadGeometry.because("wkt");
        }
    }

    private static Geometry read(String wkt) throws ParseException {
        try {
            return new WKTReader(Shapes.FACTORY).read(wkt);
        } catch (ParseException | IllegalArgumentException e) {
            String points = withPoints(wkt);
            if (points.equals(wkt)) {
                throw e;
            }
            return new WKTReader(Shapes.FACTORY).read(points);
        }
    }

    /**
     * The same with decimal points instead of the commas that spreadsheets in French write, where it is sure which comma is which: a lone
     * one at the end of a place's first or last number, and of three between two places the outer ones.
     */
    private static String withPoints(String wkt) {
        if (wkt.indexOf('.') >= 0) {
            return wkt;
        }
        String ends = LAST.matcher(FIRST.matcher(wkt).replaceAll("$1.$2")).replaceAll("$1.$2");
        return BETWEEN.matcher(ends).replaceAll("$1.$2,$3.$4");
    }
}
