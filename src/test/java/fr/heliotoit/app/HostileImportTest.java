package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.io.FileDigest;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to break an import, each given to it as a user would: refused with a sentence, and the project is as before. */
class HostileImportTest {
    private static final int DEEP = 20_000;
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private ProjectFile project;
    private String before = "";

    @BeforeEach
    void open() throws Exception {
        file = folder.resolve("p.gpkg");
        project =
                ProjectFile.create(file, new ProjectInfo(new Commune(null, "Lieu", null, null), Crs.LAMBERT_93, false));
        before = FileDigest.sha256(file);
    }

    @AfterEach
    void nothingHasChanged() throws Exception {
        project.close();
        assertThat(FileDigest.sha256(file)).isEqualTo(before);
        try (Stream<Path> around = Files.list(folder.toAbsolutePath().getParent())) {
            assertThat(around.map(p -> p.getFileName().toString())).doesNotContain("evasion.geojson");
        }
    }

    @Test
    void anArchiveWhoseEntryLeavesTheFolderIsRefused() throws Exception {
        for (String name :
                List.of("../evasion.geojson", "/evasion.geojson", "a/../../evasion.geojson", "..\\evasion.geojson")) {
            refused(zip("glisse.zip", name, "{}".getBytes())).hasMessageContaining("evasion.geojson");
        }
    }

    @Test
    void anArchiveThatPacksFarTooWellIsRefused() throws Exception {
        refused(zip("bombe.zip", "toits.geojson", new byte[64 * MEGABYTE])).hasMessageContaining("bombe.zip");
    }

    @Test
    void anArchiveOfManySmallBombsIsRefused() throws Exception {
        Path archive = folder.resolve("bombes.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i < 8; i++) {
                out.putNextEntry(new ZipEntry("toits" + i + ".geojson"));
                out.write(new byte[15 * MEGABYTE]);
            }
        }
        refused(archive).hasMessageContaining("bombes.zip");
    }

    @Test
    void anArchiveOfTooManyEntriesIsRefused() throws Exception {
        Path archive = folder.resolve("foule.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i <= DEEP; i++) {
                out.putNextEntry(new ZipEntry("t" + i + ".geojson"));
            }
        }
        refused(archive).hasMessageContaining("foule.zip");
    }

    @Test
    void jsonOfManyLevelsIsRefused() throws Exception {
        for (String deep : List.of(
                "[".repeat(DEEP * 10),
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                        + "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP) + ",\"geometry\":null}]}",
                "{\"type\":\"CityJSON\",\"version\":\"2.0\",\"CityObjects\":" + "{\"a\":".repeat(DEEP) + "1"
                        + "}".repeat(DEEP) + "}")) {
            refused(Files.writeString(folder.resolve("profond.json"), deep)).hasMessageContaining("profond.json");
        }
    }

    @Test
    void geoJsonWithCollectionsInCollectionsIsRefusedFeatureByFeature() throws Exception {
        String shape = "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(DEEP) + "]}".repeat(DEEP);
        Path deep = Files.writeString(
                folder.resolve("nid.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":"
                        + shape + "}]}");
        refused(deep);
    }

    @Test
    void wellKnownTextOfManyLevelsIsRefusedRowByRow() throws Exception {
        String nest = "GEOMETRYCOLLECTION(".repeat(DEEP) + "POINT(1 2)" + ")".repeat(DEEP);
        Path csv = Files.writeString(folder.resolve("nid.csv"), "id;wkt\n1;" + nest + "\n");
        assertThat(rows(csv)).extracting(Finding::code).contains("GEOM_UNREADABLE");
    }

    @Test
    void wellKnownBytesOfManyLevelsAreRefusedRowByRow() throws Exception {
        ByteBuffer nest = ByteBuffer.allocate(8 + 9 * DEEP + 21).order(ByteOrder.LITTLE_ENDIAN);
        nest.put(new byte[] {'G', 'P', 0, 1}).putInt(2154);
        for (int i = 0; i < DEEP; i++) {
            nest.put((byte) 1).putInt(7).putInt(1);
        }
        nest.put((byte) 1).putInt(1).putDouble(1).putDouble(2);
        Path gpkg = folder.resolve("nid.gpkg");
        try (ProjectFile other = ProjectFile.create(
                gpkg, new ProjectInfo(new Commune(null, "Autre", null, null), Crs.LAMBERT_93, false))) {
            assertThat(other.count()).isZero();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + gpkg);
                Statement statement = connection.createStatement()) {
            // Only QGIS has the functions that the triggers call.
            statement.execute("DROP TRIGGER rtree_batiments_geom_insert");
            statement.execute("DROP TRIGGER batiments_non_calcule");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO batiments(geom, id, usage, public,"
                    + " emprise, raison, millesime) VALUES (?, 'a', 'inconnu', 0, 1, 'non_calcule', '2026-01')")) {
                insert.setBytes(1, nest.array());
                insert.execute();
            }
        }
        assertThat(rows(gpkg)).extracting(Finding::code).contains("GEOM_UNREADABLE");
    }

    /** Nothing that reads XML takes part in an import; the project must not even notice what the entity points at. */
    @Test
    void xmlWithEntitiesIsRefusedWithoutBeingRead() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "mot de passe");
        String entity =
                "<?xml version=\"1.0\"?><!DOCTYPE k [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><kml>&x;</kml>";
        for (String name : List.of("toits.kml", "toits.gml", "toits.xml", "toits.citygml")) {
            Path xml = Files.writeString(folder.resolve(name), entity);
            refused(xml).hasMessageContaining(name).hasMessageNotContaining("mot de passe");
        }
    }

    @Test
    void aTableOfStripsThatDoesNotExistIsRefused() throws Exception {
        ByteBuffer b = ByteBuffer.allocate(8 + 2 + 9 * 12 + 4).order(ByteOrder.LITTLE_ENDIAN);
        b.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 9);
        entry(b, 256, 4, 1, 1000);
        entry(b, 257, 4, 1, 1_900_000_000);
        entry(b, 258, 3, 1, 32);
        entry(b, 259, 3, 1, 1);
        entry(b, 273, 4, 1_900_000_000, 8);
        entry(b, 277, 3, 1, 1);
        entry(b, 278, 4, 1, 1);
        entry(b, 279, 4, 1_900_000_000, 8);
        entry(b, 339, 3, 1, 3);
        Path tiff = Files.write(folder.resolve("bandes.tif"), b.array());
        assertThatThrownBy(() -> ImportBatch.run(
                        project,
                        List.of(tiff),
                        new ImportOptions(Crs.LAMBERT_93, "2026-01", ImportKind.SURFACE_MODEL, false),
                        Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("bandes.tif");
    }

    private static void entry(ByteBuffer b, int tag, int type, int count, int value) {
        b.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private Path zip(String name, String entry, byte[] content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(content);
        }
        Path archive = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(archive)) {
            bytes.writeTo(out);
        }
        return archive;
    }

    private AbstractThrowableAssert<?, ?> refused(Path given) {
        return assertThatThrownBy(() -> ImportBatch.run(
                        project,
                        List.of(given),
                        new ImportOptions(Crs.LAMBERT_93, "2026-01", null, false),
                        Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageNotContaining("Exception");
    }

    /** The findings of an import that takes nothing. */
    private List<Finding> rows(Path given) throws Failure {
        ImportReport report = ImportBatch.run(
                project, List.of(given), new ImportOptions(Crs.LAMBERT_93, "2026-01", null, false), Progress.NONE);
        assertThat(report.refused()).isEqualTo(report.read()).isPositive();
        assertThat(report.snapshot()).isEmpty();
        return report.findings();
    }
}
