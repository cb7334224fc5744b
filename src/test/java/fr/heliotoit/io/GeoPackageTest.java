package fr.heliotoit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.text.Failure;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoPackageTest {
    @TempDir
    Path folder;

    @Test
    void theFirstLayerWithPolygonsIsReadAndTold() throws Exception {
        Path file = create("points POINT", "toits MULTIPOLYGON");
        insert(file, "toits", geoPackage(square()), "Église");
        try (VectorSource source = VectorFiles.open(file)) {
            assertThat(source.layer()).isEqualTo("toits");
            assertThat(source.crs().orElseThrow().code()).isEqualTo("EPSG:2154");
            VectorFeature feature = source.next();
            assertThat(feature.attributes()).containsEntry("nom", "Église").containsEntry("public", true);
            assertThat(feature.geometry().getArea()).isEqualTo(1);
            assertThat(source.next()).isNull();
            assertThat(source.findings()).extracting(Finding::code).containsExactly("LAYER_CHOSEN");
        }
        try (VectorSource source = VectorFiles.open(file, "points")) {
            assertThat(source.next()).isNull();
        }
        assertThatThrownBy(() -> VectorFiles.open(file, "toitures"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("points, toits");
    }

    @Test
    void readingLeavesNothingBesideTheFile() throws Exception {
        Path file = create("toits POLYGON");
        insert(file, "toits", geoPackage(square()), "a");
        try (VectorSource source = VectorFiles.open(file)) {
            source.next();
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(file);
            }
        }
    }

    @Test
    void nestedCollectionsDoNotOverflowTheStack() throws Exception {
        ByteBuffer nested = ByteBuffer.allocate(9 * 20_000 + 21).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 20_000; i++) {
            nested.put((byte) 1).putInt(7).putInt(1);
        }
        assertThat(problem(nested.array())).isEqualTo("GEOM_UNREADABLE");
    }

    @Test
    void claimsBeyondTheBlobCostNothing() throws Exception {
        assertThat(problem(ByteBuffer.allocate(9)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put((byte) 1)
                        .putInt(3)
                        .putInt(Integer.MAX_VALUE)
                        .array()))
                .isEqualTo("GEOM_UNREADABLE");
        assertThat(problem(new byte[0])).isEqualTo("GEOM_UNREADABLE");
        assertThat(problem(new byte[] {7, 7, 7})).isEqualTo("GEOM_UNREADABLE");
    }

    @Test
    void aViewWithoutEndIsStopped() throws Exception {
        Path file = create("toits POLYGON");
        try (Connection c = open(file);
                Statement s = c.createStatement()) {
            s.execute("DROP TABLE toits");
            s.execute("CREATE VIEW toits AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                    + " SELECT NULL AS geom, i AS nom FROM n WHERE i < 0");
        }
        assertThatThrownBy(() -> VectorFiles.open(file))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("toits.gpkg");
    }

    @Test
    void randomDamageIsReadOrRefused() throws Exception {
        Path file = create("toits POLYGON");
        for (int i = 0; i < 20; i++) {
            insert(file, "toits", geoPackage(square()), "b" + i);
        }
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(11);
        int features = 0;
        for (int round = 0; round < 150; round++) {
            byte[] bad = good.clone();
            for (int k = 0; k < 1 + random.nextInt(40); k++) {
                bad[16 + random.nextInt(bad.length - 16)] = (byte) random.nextInt(256);
            }
            Files.write(file, bad);
            try (VectorSource source = VectorFiles.open(file)) {
                while (source.next() != null) {
                    features++;
                }
            } catch (Failure e) {
                assertThat(e.getMessage()).contains("toits.gpkg");
            }
        }
        assertThat(features).isPositive();
    }

    private String problem(byte[] wkb) throws Exception {
        Path file = create("toits POLYGON");
        insert(file, "toits", geoPackage(wkb), "a");
        try (VectorSource source = VectorFiles.open(file)) {
            return source.next().problem().code();
        }
    }

    private static byte[] square() {
        ByteBuffer b = ByteBuffer.allocate(13 + 80).order(ByteOrder.LITTLE_ENDIAN);
        b.put((byte) 1).putInt(3).putInt(1).putInt(5);
        for (double v : new double[] {0, 0, 0, 1, 1, 1, 1, 0, 0, 0}) {
            b.putDouble(v);
        }
        return b.array();
    }

    private static byte[] geoPackage(byte[] wkb) {
        return ByteBuffer.allocate(8 + wkb.length)
                .put(new byte[] {'G', 'P', 0, 1, 0, 0, 0, 0})
                .put(wkb)
                .array();
    }

    /** @param layers name and geometry type each */
    private Path create(String... layers) throws Exception {
        Path file = folder.resolve("toits.gpkg");
        Files.deleteIfExists(file);
        try (Connection c = open(file);
                Statement s = c.createStatement()) {
            s.execute("CREATE TABLE gpkg_spatial_ref_sys(srs_name TEXT, srs_id INTEGER, organization TEXT,"
                    + " organization_coordsys_id INTEGER, definition TEXT)");
            s.execute("INSERT INTO gpkg_spatial_ref_sys VALUES ('Lambert-93', 2154, 'EPSG', 2154, '')");
            s.execute(
                    "CREATE TABLE gpkg_geometry_columns(table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER)");
            for (String layer : layers) {
                String[] parts = layer.split(" ");
                s.execute("CREATE TABLE " + parts[0] + "(geom BLOB, nom TEXT, public BOOLEAN)");
                s.execute("INSERT INTO gpkg_geometry_columns VALUES ('" + parts[0] + "', 'geom', '" + parts[1]
                        + "', 2154)");
            }
        }
        return file;
    }

    private static void insert(Path file, String layer, byte[] geometry, String name) throws Exception {
        try (Connection c = open(file);
                PreparedStatement s = c.prepareStatement("INSERT INTO " + layer + " VALUES (?, ?, 1)")) {
            s.setBytes(1, geometry);
            s.setString(2, name);
            s.execute();
        }
    }

    private static Connection open(Path file) throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
