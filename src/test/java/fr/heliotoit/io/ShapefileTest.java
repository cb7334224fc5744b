package fr.heliotoit.io;

import static fr.heliotoit.io.Shapefiles.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.text.Failure;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapefileTest {
    private static final double[] OUTER = {0, 0, 0, 100, 100, 100, 100, 0, 0, 0}; // clockwise, as outer rings are
    private static final double[] HOLE = {20, 20, 80, 20, 80, 80, 20, 80, 20, 20}; // counter-clockwise
    private static final double[] ISLAND = {40, 40, 40, 60, 60, 60, 60, 40, 40, 40};
    private static final double[] BESIDE = {200, 0, 200, 10, 210, 10, 210, 0, 200, 0};

    @TempDir
    Path folder;

    @Test
    void holesAndIslandsAreToldByContainment() throws Exception {
        assertThat(area(OUTER, HOLE, ISLAND, BESIDE)).isEqualTo(10_000 - 3_600 + 400 + 100);
        assertThat(area(ISLAND, BESIDE, HOLE, OUTER)).isEqualTo(10_000 - 3_600 + 400 + 100);
    }

    @Test
    void aWriterThatIgnoresOrientationIsUnderstood() throws Exception {
        assertThat(area(OUTER, reversed(HOLE), ISLAND)).isEqualTo(10_000 - 3_600 + 400);
        assertThat(area(reversed(OUTER), HOLE)).isEqualTo(10_000 - 3_600);
        assertThat(area(reversed(OUTER))).isEqualTo(10_000);
    }

    @Test
    void anOpenRingIsClosedAndTold() throws Exception {
        Path file = new Shapefiles()
                .polygon(bytes("a", "UTF-8"), Arrays.copyOf(OUTER, 8))
                .write(folder, "ouvert");
        try (VectorSource source = VectorFiles.open(file)) {
            VectorFeature feature = source.next();
            assertThat(feature.geometry().getArea()).isEqualTo(10_000);
            assertThat(source.findings()).extracting(Finding::code).contains("RING_CLOSED");
        }
    }

    @Test
    void theEncodingIsDeclaredOrFoundInTheBytes() throws Exception {
        assertThat(name("é", "UTF-8", 0, null)).isEqualTo("é UTF-8");
        assertThat(name("é", "windows-1252", 0, null)).isEqualTo("é windows-1252 ENCODING_DOUBTFUL");
        assertThat(name("é", "windows-1252", 0x57, null)).isEqualTo("é windows-1252 ENCODING_DOUBTFUL");
        assertThat(name("é", "windows-1252", 0x03, null)).isEqualTo("é windows-1252");
        assertThat(name("é", "IBM850", 0x02, null)).isEqualTo("é IBM850");
        assertThat(name("é", "ISO-8859-15", 0, "ISO-8859-15")).isEqualTo("é ISO-8859-15");
        assertThat(name("é", "windows-1252", 0, "ANSI 1252")).isEqualTo("é windows-1252");
    }

    @Test
    void aWrongDeclarationIsCorrectedAndTold() throws Exception {
        assertThat(name("é", "windows-1252", 0, "UTF-8")).isEqualTo("é windows-1252 ENCODING_DOUBTFUL");
        assertThat(name("é", "UTF-8", 0, "ISO-8859-1")).isEqualTo("é UTF-8 ENCODING_DOUBTFUL");
    }

    @Test
    void aCharacterCutByTheWidthOfTheFieldDoesNotChangeTheEncoding() throws Exception {
        assertThat(name("abcdefghijké", "UTF-8", 0, "UTF-8")).isEqualTo("abcdefghijk UTF-8");
    }

    @Test
    void deletedRowsGoWithTheirShapes() throws Exception {
        Path file = new Shapefiles()
                .polygon(bytes("garde", "UTF-8"), OUTER)
                .polygon(bytes("supprime", "UTF-8"), BESIDE)
                .write(folder, "toits");
        byte[] dbf = Files.readAllBytes(folder.resolve("toits.dbf"));
        dbf[65 + 13] = '*';
        Files.write(folder.resolve("toits.dbf"), dbf);
        try (VectorSource source = VectorFiles.open(file)) {
            assertThat(source.next().attributes()).containsEntry("NOM", "garde");
            assertThat(source.next()).isNull();
            assertThat(source.findings()).extracting(Finding::code).contains("ROWS_DELETED");
        }
    }

    @Test
    void claimsBeyondTheFileCostNothing() throws Exception {
        ByteBuffer huge = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
        huge.putInt(0, 5).putInt(36, Integer.MAX_VALUE).putInt(40, Integer.MAX_VALUE);
        ByteBuffer points = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
        points.putInt(0, 5).putInt(36, 1).putInt(40, Integer.MAX_VALUE);
        ByteBuffer backwards = ByteBuffer.allocate(44 + 8 + 64).order(ByteOrder.LITTLE_ENDIAN);
        backwards.putInt(0, 5).putInt(36, 2).putInt(40, 4).putInt(44, 3).putInt(48, 1);
        Path file = new Shapefiles()
                .record(huge.array(), new byte[0])
                .record(points.array(), new byte[0])
                .record(backwards.array(), new byte[0])
                .record(new byte[] {99, 0, 0, 0}, new byte[0])
                .write(folder, "menteur");
        try (VectorSource source = VectorFiles.open(file)) {
            for (int i = 0; i < 4; i++) {
                assertThat(source.next().problem().code()).isEqualTo("GEOM_UNREADABLE");
            }
            assertThat(source.next()).isNull();
        }
    }

    /** Any byte may be wrong: the reader gives features or a sentence, never anything else. */
    @Test
    void randomDamageIsReadOrRefused() throws Exception {
        Path file = new Shapefiles()
                .polygon(bytes("Bâtiment", "UTF-8"), OUTER, HOLE)
                .polygon(bytes("autre", "UTF-8"), BESIDE)
                .write(folder, "abime");
        byte[] shp = Files.readAllBytes(file);
        Path dbfFile = folder.resolve("abime.dbf");
        byte[] dbf = Files.readAllBytes(dbfFile);
        Random random = new Random(7);
        int features = 0;
        for (int round = 0; round < 500; round++) {
            byte[] target = round % 2 == 0 ? shp.clone() : dbf.clone();
            for (int k = 0; k < 1 + random.nextInt(4); k++) {
                target[random.nextInt(target.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(4) == 0 ? random.nextInt(target.length) : target.length;
            Files.write(round % 2 == 0 ? file : dbfFile, Arrays.copyOf(target, length));
            Files.write(round % 2 == 0 ? dbfFile : file, round % 2 == 0 ? dbf : shp);
            try (VectorSource source = VectorFiles.open(file)) {
                while (source.next() != null) {
                    features++;
                }
            } catch (Failure e) {
                assertThat(e.getMessage()).contains("abime");
            }
        }
        assertThat(features).isBetween(400, 1000);
    }

    private double area(double[]... rings) throws Exception {
        Path file = new Shapefiles().polygon(new byte[0], rings).write(folder, "formes");
        try (VectorSource source = VectorFiles.open(file)) {
            VectorFeature feature = source.next();
            assertThat(feature.geometry().isValid()).isTrue();
            return feature.geometry().getArea();
        }
    }

    private String name(String text, String charset, int languageDriver, String cpg) throws Exception {
        Path file = new Shapefiles()
                .polygon(bytes(text, charset), OUTER)
                .languageDriver(languageDriver)
                .write(folder, "noms");
        if (cpg == null) {
            Files.deleteIfExists(folder.resolve("noms.cpg"));
        } else {
            Files.writeString(folder.resolve("noms.cpg"), cpg);
        }
        try (VectorSource source = VectorFiles.open(file)) {
            List<String> words = new ArrayList<>();
            words.add(String.valueOf(source.next().attributes().get("NOM")));
            words.add(source.encoding());
            source.findings().stream()
                    .map(Finding::code)
                    .filter(c -> c.startsWith("ENC"))
                    .forEach(words::add);
            return String.join(" ", words);
        }
    }

    private static double[] reversed(double[] ring) {
        double[] result = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            result[i] = ring[ring.length - 2 - i];
            result[i + 1] = ring[ring.length - 1 - i];
        }
        return result;
    }
}
