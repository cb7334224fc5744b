package fr.heliotoit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKTReader;

class GeoJsonTest {
    private static final String TRIANGLE = "{\"type\":\"Polygon\",\"coordinates\":[[[2,50],[3,50],[3,51],[2,50]]]}";

    @TempDir
    Path folder;

    @Test
    void membersMayStandInAnyOrder() throws Exception {
        Path file = write(
                "{\"features\":[{\"geometry\":{\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]],\"type\":\"Polygon\"},"
                        + "\"properties\":{\"a\":1,\"b\":{\"c\":[true]}},\"id\":\"x\",\"type\":\"Feature\"}],"
                        + "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:2154\"}},\"type\":\"FeatureCollection\"}");
        try (VectorSource source = VectorFiles.open(file)) {
            assertThat(source.crs()).contains(Crs.LAMBERT_93);
            assertThat(source.columns()).containsExactlyInAnyOrder("a", "b", "id");
            VectorFeature feature = source.next();
            assertThat(feature.attributes())
                    .containsEntry("a", 1L)
                    .containsEntry("b", "{\"c\":[true]}")
                    .containsEntry("id", "x");
            assertThat(feature.geometry().getArea()).isEqualTo(0.5);
        }
    }

    @Test
    void oneFeaturePerLineWithOrWithoutRecordSeparators() throws Exception {
        String feature = "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + TRIANGLE + "}\n";
        for (String text : List.of(feature + feature, "\u001E" + feature + "\u001E" + feature)) {
            try (VectorSource source = VectorFiles.open(write(text))) {
                assertThat(source.announced()).isEqualTo(2);
                assertThat(source.next()).isNotNull();
                assertThat(source.next()).isNotNull();
                assertThat(source.next()).isNull();
            }
        }
    }

    @Test
    void aFileCutInTheMiddleIsRefusedBeforeAnythingIsRead() throws Exception {
        String whole =
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":"
                        + TRIANGLE + "}]}";
        for (int length = 0; length < whole.length(); length++) {
            Path file = write(whole.substring(0, length));
            assertThatThrownBy(() -> VectorFiles.open(file))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("f.geojson");
        }
    }

    @Test
    void deepNestingDoesNotOverflowTheStack() throws Exception {
        Path deep = write("[".repeat(100_000));
        assertThatThrownBy(() -> VectorFiles.open(deep)).isInstanceOf(Failure.class);
        Path deepObject =
                write("{\"type\":\"FeatureCollection\",\"features\":[{\"properties\":" + "{\"a\":".repeat(50_000));
        assertThatThrownBy(() -> VectorFiles.open(deepObject)).isInstanceOf(Failure.class);
        Path collections = write("{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(60) + "]}".repeat(60));
        try (VectorSource source = VectorFiles.open(collections)) {
            assertThat(source.next().problem().code()).isEqualTo("GEOM_UNREADABLE");
        }
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() throws Exception {
        Geometry footprint = new WKTReader()
                .read("MULTIPOLYGON (((700000 6600000, 700020 6600000, 700020 6600020, 700000 6600020, 700000 6600000),"
                        + " (700005 6600005, 700005 6600010, 700010 6600010, 700005 6600005)))");
        BuildingRecord record = new BuildingRecord(
                new Building("B \"1\"", footprint, "École", null, null, Usage.PUBLIC, true, 6.5),
                List.of(),
                new NoFigure(NoFigure.Reason.NOT_COMPUTED),
                "2026-03");
        StringWriter out = new StringWriter();
        GeoJsonWriter.write(List.of(record, record), Crs.LAMBERT_93, out);
        try (VectorSource source = VectorFiles.open(write(out.toString()))) {
            assertThat(source.announced()).isEqualTo(2);
            VectorFeature feature = source.next();
            assertThat(feature.attributes())
                    .containsEntry("id", "B \"1\"")
                    .containsEntry("nom", "École")
                    .containsEntry("usage", "public")
                    .containsEntry("public", true)
                    .containsEntry("hauteur", 6.5)
                    .containsEntry("raison", "non_calcule")
                    .containsEntry("irradiation", null);
            Geometry degrees = feature.geometry();
            Polygon polygon = (Polygon) degrees.getGeometryN(0);
            assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinates()))
                    .isTrue();
            assertThat(Orientation.isCCW(polygon.getInteriorRingN(0).getCoordinates()))
                    .isFalse();
            // 7 decimals of a degree are 1 cm.
            assertThat(Crs.WGS84.transform(degrees, Crs.LAMBERT_93).getArea())
                    .isCloseTo(387.5, org.assertj.core.data.Offset.offset(0.5));
        }
    }

    @Test
    void nothingIsStillACollection() throws Exception {
        StringWriter out = new StringWriter();
        GeoJsonWriter.write(List.of(), Crs.LAMBERT_93, out);
        try (VectorSource source = VectorFiles.open(write(out.toString()))) {
            assertThat(source.next()).isNull();
        }
    }

    private Path write(String text) throws Exception {
        return Files.writeString(folder.resolve("f.geojson"), text);
    }
}
