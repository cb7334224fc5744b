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
            Geometry geometry = new WKTReader(Shapes.FACTORY).read(wkt);
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
}
