package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.app.validation.AnalyticHouse;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.io.GeoTiffWriter;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** One gabled house near Lens, 12 m × 9 m, with a surface model of 0.5 m. */
class PlanesCommandTest {
    private static final double X = 687_500;
    private static final double Y = 7_037_500;

    @TempDir
    private Path folder;

    private Path model = Path.of("");
    private Path footprints = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void write() throws Failure, IOException {
        model = folder.resolve("mns.tif");
        footprints = folder.resolve("toits.geojson");
        out = folder.resolve("pans.gpkg");
        Raster local = AnalyticHouse.GABLE.model(20, 0.5, 0.05, 1);
        GridGeometry grid = local.grid();
        // Beyond the house lies the ground, at 30 m.
        Geometry house = AnalyticHouse.GABLE.footprint(20);
        float[] values = local.values().clone();
        for (int i = 0; i < values.length; i++) {
            Coordinate centre = new Coordinate(grid.x(i % grid.columns()), grid.y(i / grid.columns()));
            values[i] = house.contains(house.getFactory().createPoint(centre)) ? values[i] : 30;
        }
        GridGeometry placed =
                new GridGeometry(grid.columns(), grid.rows(), grid.west() + X, grid.north() + Y, 0.5, 0.5);
        try (GeoTiffWriter writer = GeoTiffWriter.create(model, placed, Crs.LAMBERT_93, List.of("hauteur"), Map.of())) {
            writer.write(0, 0, 0, new Raster(placed, values));
            writer.finish();
        }
        Files.writeString(
                footprints,
                collection(
                        feature("\"id\": \"maison\"", house), feature("\"id\": \"ailleurs\"", moved(house, 500, 0))));
    }

    private static Geometry moved(Geometry geometry, double dx, double dy) {
        return AffineTransformation.translationInstance(dx, dy).transform(geometry);
    }

    private static String collection(String... features) {
        return "{\"type\": \"FeatureCollection\", \"crs\": {\"type\": \"name\", \"properties\": {\"name\":"
                + " \"urn:ogc:def:crs:EPSG::2154\"}}, \"features\": [" + String.join(", ", features) + "]}";
    }

    private static String feature(String properties, Geometry local) {
        StringBuilder ring = new StringBuilder();
        for (Coordinate c : moved(local, X, Y).getCoordinates()) {
            ring.append(ring.isEmpty() ? "" : ", ")
                    .append("[")
                    .append(c.x)
                    .append(", ")
                    .append(c.y)
                    .append("]");
        }
        return "{\"type\": \"Feature\", \"properties\": {" + properties
                + "}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[" + ring + "]]}}";
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + out);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(String.valueOf(row.getObject(1)));
            }
        }
        return rows;
    }

    @Test
    void planesAndModulesGoToAGeoPackage() throws SQLException {
        Cli run = Cli.run("planes", "--dsm", model, "--footprints", footprints, "--out", out);

        assertThat(run.err()).doesNotContain("Exception");
        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("2 pans sur 2 bâtiments")
                .contains("pris tels quels")
                .contains("en dehors")
                .contains("Conventions énergétiques 2026 (valable depuis le 1er janvier 2026)");
        assertThat(rows("SELECT DISTINCT description FROM gpkg_contents"))
                .singleElement()
                .asString()
                .contains("Conventions énergétiques 2026 (valable depuis");
        assertThat(rows("SELECT table_name FROM gpkg_contents ORDER BY rowid"))
                .containsExactly("pans", "modules", "toitures");
        assertThat(rows("SELECT origine FROM pans")).containsExactly("trouve", "trouve");
        for (String azimuth : rows("SELECT orientation FROM pans")) {
            double away =
                    Math.min(Math.abs(Double.parseDouble(azimuth) - 20), Math.abs(Double.parseDouble(azimuth) - 200));
            // Lambert-93 is turned by −0.1° there.
            assertThat(away).isLessThan(2);
        }
        for (String tilt : rows("SELECT inclinaison FROM pans")) {
            assertThat(Double.parseDouble(tilt)).isCloseTo(35, within(1.0));
        }
        assertThat(rows("SELECT raison FROM toitures ORDER BY id")).containsExactly("hors_donnees", "null");
        assertThat(rows("SELECT contour FROM toitures ORDER BY id")).containsExactly("null", "emprise");
        assertThat(rows("SELECT sum(nombre) FROM modules")).isEqualTo(rows("SELECT sum(modules) FROM pans"));
        assertThat(rows("SELECT count(*) FROM rtree_modules_geom")).containsExactly("2");
        assertThat(folder.resolve("pans.gpkg.part")).doesNotExist();
    }

    @Test
    void suppliedPlanesGoBeforeThoseOfTheModel() throws IOException, SQLException {
        Path drawn = Files.writeString(
                folder.resolve("pans.geojson"),
                collection(
                        feature("\"pente\": 28, \"azimut\": 135", AnalyticHouse.GABLE.footprint(20)),
                        feature("\"pente\": \"raide\"", AnalyticHouse.GABLE.footprint(20))));

        Cli run = Cli.run("planes", "--dsm", model, "--footprints", footprints, "--planes", drawn, "--out", out);

        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("1 bâtiment avec des pans fournis").contains("1 pan fourni inutilisable");
        assertThat(rows("SELECT origine FROM pans")).containsExactly("fourni");
        assertThat(rows("SELECT inclinaison FROM pans")).containsExactly("28.0");
        assertThat(Double.parseDouble(rows("SELECT orientation FROM pans").getFirst()))
                .isCloseTo(135, within(1e-6));
        assertThat(rows("SELECT ecart FROM pans")).containsExactly("null");
    }

    @Test
    void whatCannotBeDoneIsSaidInASentenceAndLeavesNothing() throws IOException {
        Path without = Files.writeString(
                folder.resolve("sans.geojson"), collection(feature("\"nom\": \"x\"", AnalyticHouse.GABLE.outline())));
        for (Object[] arguments : List.of(
                new Object[] {"planes", "--dsm", model, "--footprints", footprints, "--out", footprints},
                new Object[] {"planes", "--dsm", footprints, "--footprints", footprints, "--out", out},
                new Object[] {"planes", "--dsm", model, "--footprints", model, "--out", out},
                new Object[] {"planes", "--dsm", model, "--footprints", footprints, "--planes", without, "--out", out},
                new Object[] {"planes", "--dsm", model, "--footprints", footprints, "--out", folder.resolve("x/y.gpkg")
                })) {
            Cli run = Cli.run(arguments);

            assertThat(run.code()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err()).isNotBlank().doesNotContain("Exception");
            assertThat(out).doesNotExist();
        }
        assertThat(footprints).exists();
    }
}
