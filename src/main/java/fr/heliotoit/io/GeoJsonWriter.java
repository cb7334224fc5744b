package fr.heliotoit.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Buildings as a GeoJSON FeatureCollection (RFC 7946): WGS 84, longitude first, outer rings counter-clockwise, one feature per line, the
 * {@link Attribute}s as properties.
 */
public final class GeoJsonWriter {
    /** 7 decimals of a degree are about 1 cm. */
    private static final int DECIMALS = 7;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private GeoJsonWriter() {}

    /**
     * @param crs system of the footprints
     * @param out not closed
     * @throws Failure when a footprint has no place in WGS 84 or the disk is full
     */
    public static void write(Iterable<BuildingRecord> buildings, Crs crs, Writer out) throws Failure {
        write(buildings, crs, null, out);
    }

    /**
     * The same with a foreign member {@code metadata} that says where the buildings come from.
     *
     * @param metadata null for none
     */
    public static void write(Iterable<BuildingRecord> buildings, Crs crs, @Nullable ExportMetadata metadata, Writer out)
            throws Failure {
        try {
            out.write("{\"type\":\"FeatureCollection\",");
            if (metadata != null) {
                out.write("\"metadata\":" + MAPPER.writeValueAsString(metadata.entries()) + ",");
            }
            out.write("\"features\":[");
            String before = "\n";
            for (BuildingRecord building : buildings) {
                out.write(before);
                before = ",\n";
                Geometry footprint = crs.transform(building.building().footprint(), Crs.WGS84);
                try (JsonGenerator json =
                        MAPPER.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
                    write(building, footprint, json);
                }
            }
            out.write("\n]}\n");
            out.flush();
        } catch (IOException e) {
            throw new Failure(Message.of("io.geojson.write", String.valueOf(e.getMessage())), e);
        }
    }

    private static void write(BuildingRecord building, Geometry footprint, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", building.building().id());
        json.writeObjectFieldStart("properties");
        for (Attribute attribute : Attribute.values()) {
            write(attribute.attributeName(), attribute.valueOf(building), json);
        }
        json.writeEndObject();
        json.writeObjectFieldStart("geometry");
        if (footprint instanceof Polygon polygon) {
            json.writeStringField("type", "Polygon");
            json.writeFieldName("coordinates");
            write(polygon, json);
        } else {
            json.writeStringField("type", "MultiPolygon");
            json.writeArrayFieldStart("coordinates");
            for (int i = 0; i < footprint.getNumGeometries(); i++) {
                write((Polygon) footprint.getGeometryN(i), json);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(String name, @Nullable Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case null -> json.writeNullField(name);
            case Boolean b -> json.writeBooleanField(name, b);
            case Integer i -> json.writeNumberField(name, i);
            case Double d -> {
                json.writeFieldName(name);
                json.writeNumber(rounded(d, 3));
            }
            default -> json.writeStringField(name, value.toString());
        }
    }

    private static void write(Polygon polygon, JsonGenerator json) throws IOException {
        json.writeStartArray();
        write(polygon.getExteriorRing(), true, json);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            write(polygon.getInteriorRingN(i), false, json);
        }
        json.writeEndArray();
    }

    private static void write(LinearRing ring, boolean counterClockwise, JsonGenerator json) throws IOException {
        CoordinateSequence points = ring.getCoordinateSequence();
        boolean reverse = Orientation.isCCW(points) != counterClockwise;
        json.writeStartArray();
        for (int i = 0; i < points.size(); i++) {
            int at = reverse ? points.size() - 1 - i : i;
            json.writeStartArray();
            json.writeNumber(rounded(points.getX(at), DECIMALS));
            json.writeNumber(rounded(points.getY(at), DECIMALS));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static BigDecimal rounded(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
