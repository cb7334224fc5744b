package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.LensProject;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.geo.AreaOfUse;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Coordinates that are not in the system that a file says: what fits is proposed with what to type, and nothing is taken until it is. */
class CrsTrapsTest extends LensProject {
    private static final int BUILDINGS = 30;

    /** Buildings at a place of France, in any system. */
    private static List<Polygon> buildings(Crs crs, double lon, double lat) throws Failure {
        Coordinate centre = Crs.WGS84.transform(lon, lat, Crs.LAMBERT_93);
        List<Polygon> all = new ArrayList<>();
        for (int i = 0; i < BUILDINGS; i++) {
            Envelope box = new Envelope(centre.x + 30 * i, centre.x + 30 * i + 12, centre.y, centre.y + 9);
            all.add((Polygon) Crs.LAMBERT_93.transform(new GeometryFactory().toGeometry(box), crs));
        }
        return all;
    }

    /** A shapefile with coordinates in one system and the {@code .prj} of another. */
    private Path shapefile(List<Polygon> outlines, Crs said) throws Exception {
        BenchShapefile.write(folder.resolve("toits"), outlines, said);
        return folder.resolve("toits.shp");
    }

    private ImportReport load(Path file, Crs crs, boolean swapAxes) throws Failure {
        return ImportBatch.run(
                project,
                List.of(file),
                new ImportOptions(crs, "2026-01", null, null, swapAxes, true, false),
                Progress.NONE);
    }

    private void refused(Path file, String... words) throws Failure {
        assertThatThrownBy(() -> load(file, null, false))
                .isInstanceOf(Failure.class)
                .hasMessageContainingAll(words);
        assertThat(project.count()).isZero();
        assertThat(project.head()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "3950, 2.83, 50.43",
        "3949, 2.35, 48.85",
        "3945, 4.83, 45.76",
        "3942, 8.74, 41.93",
        "4326, 2.83, 50.43",
        "27572, 2.35, 48.85",
        "3857, 0.72, 45.18",
        "32631, 2.83, 50.43"
    })
    void coordinatesThatAreNotLambert93ThoughTheFileSaysSo(int code, double lon, double lat) throws Exception {
        Crs real = Crs.of("EPSG:" + code);
        Path file = shapefile(buildings(real, lon, lat), Crs.LAMBERT_93);
        refused(file, "EPSG:2154", real.code(), "heliotoit import PROJET.gpkg toits.shp --crs ");
        ImportReport report = load(file, real, false);
        assertThat(report.accepted()).isEqualTo(BUILDINGS);
        assertThat(report.findings()).extracting(Finding::code).contains("CRS_OVERRIDDEN");
    }

    @ParameterizedTest
    @ValueSource(ints = {2154, 3950, 4326})
    void aShapefileWithoutPrjIsNotGuessed(int code) throws Exception {
        Crs real = Crs.of("EPSG:" + code);
        Path file = shapefile(buildings(real, 2.83, 50.43), real);
        Files.delete(folder.resolve("toits.prj"));
        refused(file, real.code(), "--crs ");
        assertThat(load(file, real, false).accepted()).isEqualTo(BUILDINGS);
    }

    @ParameterizedTest
    @ValueSource(ints = {2154, 3950, 4326})
    void swappedAxesAreProposedAndTakenWhenSaid(int code) throws Exception {
        Crs said = Crs.of("EPSG:" + code);
        List<Polygon> swapped = new ArrayList<>();
        for (Polygon outline : buildings(said, 2.83, 50.43)) {
            Polygon other = (Polygon) outline.copy();
            other.apply((Coordinate c) -> c.setCoordinate(new Coordinate(c.y, c.x)));
            other.geometryChanged();
            swapped.add(other);
        }
        Path file = shapefile(swapped, said);
        refused(file, said.code(), "heliotoit import PROJET.gpkg toits.shp --swap-axes");
        ImportReport report = load(file, null, true);
        assertThat(report.accepted()).isEqualTo(BUILDINGS);
        Coordinate expected = Crs.WGS84.transform(2.83, 50.43, Crs.LAMBERT_93);
        assertThat(project.records().stream()
                        .mapToDouble(r ->
                                r.building().footprint().getEnvelopeInternal().getMinX())
                        .min()
                        .orElseThrow())
                .isCloseTo(expected.x, org.assertj.core.data.Offset.offset(0.1));
    }

    @Test
    void buildingsOutsideTheOutlineAreIgnoredAndTold() throws Exception {
        Coordinate centre = Crs.WGS84.transform(2.83, 50.43, Crs.LAMBERT_93);
        Envelope box = new Envelope(centre.x - 5, centre.x + 285, centre.y - 50, centre.y + 50);
        String outline =
                "nom;wkt\nLens;" + new GeometryFactory().toGeometry(box).toText() + "\n";
        Path commune = Files.writeString(folder.resolve("commune.csv"), outline);
        ImportBatch.run(
                project,
                List.of(commune),
                new ImportOptions(Crs.LAMBERT_93, "2026-01", ImportKind.OUTLINE, false),
                Progress.NONE);
        ImportReport report = load(shapefile(buildings(Crs.LAMBERT_93, 2.83, 50.43), Crs.LAMBERT_93), null, false);
        assertThat(report.accepted() + report.ignored()).isEqualTo(BUILDINGS);
        assertThat(report.findings().stream().filter(f -> f.code().equals("OUTSIDE_COMMUNE")))
                .hasSize(20);
    }

    /** What is said without asking GeoTools must be what it says. */
    @Test
    void whatIsSurelyLambert93IsIt() throws Failure {
        AreaOfUse lambert = AreaOfUse.of(Crs.LAMBERT_93);
        AreaOfUse world = AreaOfUse.of(Crs.WGS84);
        for (double x = 100_000; x <= 1_250_000; x += 50_000) {
            for (double y = 6_050_000; y <= 7_130_000; y += 40_000) {
                assertThat(lambert.plausible(x, y, world)).as(x + " " + y).isTrue();
                assertThat(lambert.plausible(x, y, lambert)).isTrue();
            }
        }
        assertThat(lambert.plausible(1_684_000, 9_237_000, lambert)).isFalse();
    }
}
