package fr.heliotoit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code data/demo} is what the generator makes. To write it anew: {@code mvn test -Dtest=DemoCommuneTest -Ddemo.write=true}.
 */
class DemoCommuneTest {
    private static final Path DEMO = Path.of("data/demo");
    private static final long LARGEST_BYTES = 5_000_000;

    @TempDir
    private Path folder;

    @Test
    void theFilesAreWhatTheGeneratorMakes() throws Failure, IOException, SQLException {
        DemoFiles.write(Boolean.getBoolean("demo.write") ? DEMO : folder);
        if (Boolean.getBoolean("demo.write")) {
            return;
        }
        int compared = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path made : files.sorted().toList()) {
                Path kept = DEMO.resolve(made.getFileName());
                String name = made.getFileName().toString();
                if (name.equals("irradiation.tif")) {
                    // Computed by the product: another machine's vectors may round the other way.
                    assertThat(largestDifference(heights(made), heights(kept)))
                            .as(name)
                            .isLessThanOrEqualTo(1);
                } else if (name.endsWith(".tif")) {
                    // Deflate may differ from one zlib to another; the heights may not.
                    assertThat(heights(made)).as(name).isEqualTo(heights(kept));
                } else if (name.endsWith(".gpkg")) {
                    assertThat(rows(made)).as(name).isEqualTo(rows(kept));
                } else {
                    assertThat(Files.readAllBytes(made)).as(name).isEqualTo(Files.readAllBytes(kept));
                }
                compared++;
            }
        }
        assertThat(compared).isEqualTo(17);
    }

    @Test
    void everythingTogetherIsSmallEnoughToShip() throws IOException {
        try (Stream<Path> files = Files.list(DEMO)) {
            long bytes = 0;
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
            assertThat(bytes).isLessThan(LARGEST_BYTES);
        }
    }

    @Test
    void theBuildingsOf2024AreSoundAndThoseOf2026HaveTwoFaults() {
        Town town = Plan.draw();
        assertThat(faults(Vintages.of2024(town))).isEmpty();
        assertThat(faults(Vintages.of2026(town))).containsExactly("SSA2990 crosses itself", "SSA0001 comes twice");
    }

    private static List<String> faults(List<DemoFiles.Row> rows) {
        List<String> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (DemoFiles.Row row : rows) {
            if (!row.shape().isValid()) {
                faults.add(row.id() + " crosses itself");
            }
            if (!ids.add(row.id())) {
                faults.add(row.id() + " comes twice");
            }
        }
        return faults;
    }

    /** Largest difference of two rasters; infinite when they do not have their data in the same cells. */
    private static double largestDifference(float[] one, float[] other) {
        double largest = one.length == other.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            if (Float.isNaN(one[i]) != Float.isNaN(other[i])) {
                return Double.POSITIVE_INFINITY;
            }
            if (!Float.isNaN(one[i])) {
                largest = Math.max(largest, Math.abs(one[i] - other[i]));
            }
        }
        return largest;
    }

    private static float[] heights(Path file) throws Failure {
        try (RasterSource source = RasterFiles.open(file)) {
            return source.readAll().values();
        }
    }

    private static List<String> rows(Path file) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM batiments ORDER BY fid")) {
            while (row.next()) {
                StringBuilder text = new StringBuilder(HexFormat.of().formatHex(row.getBytes("geom")));
                for (int i = 3; i <= row.getMetaData().getColumnCount(); i++) {
                    text.append('|').append(row.getString(i));
                }
                rows.add(text.toString());
            }
        }
        return rows;
    }
}
