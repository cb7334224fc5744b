package fr.heliotoit.roof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.app.validation.AnalyticHouse;
import fr.heliotoit.geo.GridGeometry;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

class ModuleLayoutTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final ModuleRules RULES = rules(ModuleRules.Rows.SOUTH, 16.56);
    private static final GridGeometry GRID = new GridGeometry(80, 80, -20, 20, 0.5, 0.5);

    private static ModuleRules rules(ModuleRules.Rows rows, double sunDeg) {
        return new ModuleRules(1.13, 1.76, 0.02, 0.3, 0.3, 0.5, 10, 1, rows, 15, 10, 0.5, sunDeg, 0.8);
    }

    private static Geometry rectangle(double width, double depth) {
        return FACTORY.toGeometry(new Envelope(-width / 2, width / 2, -depth / 2, depth / 2));
    }

    private static RoofFit fit(double tilt, double azimuth, Geometry outline, Geometry rest, int... cells) {
        double area = outline.getArea() / Math.cos(Math.toRadians(tilt));
        RoofFit.Piece piece = new RoofFit.Piece(tilt, azimuth, area, 0, 1, outline, cells);
        return new RoofFit(List.of(piece), rest, 180, RoofFit.Support.PLANES, cells.length, cells.length);
    }

    private static ModuleField lay(RoofFit fit, ModuleRules rules) {
        return new ModuleLayout(fit, GRID, rules)
                .on(fit.pieces().getFirst(), null)
                .orElseThrow();
    }

    /** By hand: width − 2 × 0.30 m, depth along the slope − 2 × 0.30 m, modules of 1.13 × 1.76 m with 2 cm between. */
    @ParameterizedTest
    @CsvSource({
        "10, 5, 16, PORTRAIT", // 9.40 × 4.40 m: 8 × 2 portrait, 5 × 3 landscape
        "10, 4.08, 15, LANDSCAPE", // 9.40 × 3.48 m: 8 × 1 portrait, 5 × 3 landscape
        "6.15, 2.36, 4, PORTRAIT", // 5.55 × 1.76 m: 4 × 1 portrait, exactly as deep as needed; 3 × 1 landscape
        "6.15, 2.35, 3, LANDSCAPE", // 1 cm less
    })
    void aPlaneTakesWholeModulesInTheBetterPosition(
            double width, double depth, int modules, ModuleField.Arrangement arrangement) {
        for (double tilt : new double[] {20, 45}) {
            RoofFit fit =
                    fit(tilt, 180, rectangle(width, depth * Math.cos(Math.toRadians(tilt))), FACTORY.createPolygon());
            ModuleField field = lay(fit, RULES);

            assertThat(field.count()).isEqualTo(modules);
            assertThat(field.arrangement()).isEqualTo(arrangement);
            assertThat(field.modules().getArea() / Math.cos(Math.toRadians(tilt)))
                    .isCloseTo(modules * 1.13 * 1.76, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 33, 120, 250})
    void theDirectionOfTheRoofDoesNotMatter(double turned) {
        AffineTransformation turn = AffineTransformation.rotationInstance(-Math.toRadians(turned));
        RoofFit fit = fit(
                30,
                (180 + turned) % 360,
                turn.transform(rectangle(10, 5 * Math.cos(Math.toRadians(30)))),
                FACTORY.createPolygon());

        assertThat(lay(fit, RULES).count()).isEqualTo(16);
    }

    @Test
    void modulesKeepTheirDistanceFromEdgesRidgesAndObstaclesAndDoNotOverlap() {
        RoofFit fit = AnalyticHouse.L_SHAPE.fit(25, 0.5, 0.1, 4);
        GridGeometry grid = AnalyticHouse.L_SHAPE.model(25, 0.5, 0, 1).grid();
        ModuleLayout layout = new ModuleLayout(fit, grid, RULES);
        int all = 0;
        for (RoofFit.Piece piece : fit.pieces()) {
            Geometry modules = layout.on(piece, null).orElseThrow().modules();
            all += modules.getNumGeometries();
            assertThat(modules.isValid()).isTrue();
            assertThat(piece.outline().contains(modules)).isTrue();
            // 0.3 m along the slope is 0.3 · cos 35° from above.
            assertThat(modules.distance(piece.outline().getBoundary()))
                    .isGreaterThanOrEqualTo(0.3 * Math.cos(Math.toRadians(35.8)));
        }
        // 243 m² of roof with four valleys, hips and gables.
        assertThat(all * 1.13 * 1.76 / 244).isBetween(0.45, 0.75);
    }

    @Test
    void modulesStayHalfAMetreFromAChimney() {
        Geometry chimney = FACTORY.toGeometry(new Envelope(-0.5, 0.5, -0.5, 0.5));
        Geometry outline = rectangle(12, 6).difference(chimney);
        ModuleField field = lay(fit(30, 90, outline, chimney), RULES);

        assertThat(field.modules().distance(chimney)).isGreaterThanOrEqualTo(0.5 * Math.cos(Math.toRadians(30)) - 1e-6);
        assertThat(field.count())
                .isLessThan(lay(fit(30, 90, rectangle(12, 6), FACTORY.createPolygon()), RULES)
                        .count());
    }

    @Test
    void darkCellsCarryNoModule() {
        int[] cells = new int[24 * 10];
        float[] annual = new float[cells.length];
        Arrays.fill(annual, 1100);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (35 + i / 24) * 80 + 28 + i % 24;
            // The western third lies in the shade of a tree; less than 80 % of the best cell.
            annual[i] = i % 24 < 8 ? 850 : 1100;
        }
        RoofFit fit = fit(30, 180, rectangle(12, 5), FACTORY.createPolygon(), cells);
        ModuleLayout layout = new ModuleLayout(fit, GRID, RULES);

        ModuleField lit = layout.on(fit.pieces().getFirst(), null).orElseThrow();
        ModuleField shaded = layout.on(fit.pieces().getFirst(), annual).orElseThrow();

        assertThat(lit.modules().getEnvelopeInternal().getMinX()).isLessThan(-4.9);
        assertThat(shaded.modules().getEnvelopeInternal().getMinX())
                .as("the centre of the last dark cell")
                .isGreaterThanOrEqualTo(-2.25 - 1e-6);
        assertThat(shaded.count()).isLessThan(lit.count());
    }

    /** 48.0° N and 16.56° of sun: 1.13 m at 15° is 1.0915 m deep and 0.2925 m high, so rows repeat every 1.0915 + 0.9835 = 2.075 m. */
    @Test
    void aFlatRoofCarriesRowsApartEnoughForTheWinterSun() {
        ModuleField field = lay(fit(3, 70, rectangle(20, 12), FACTORY.createPolygon()), RULES);

        assertThat(field.arrangement()).isEqualTo(ModuleField.Arrangement.SOUTH_ROWS);
        assertThat(field.facings()).containsExactly(new ModuleRules.Facing(15, 180));
        // 18 m: 10 modules of 1.76 m; 10 m: 1 + floor((10 − 1.0915) / 2.075) = 5 rows.
        assertThat(field.count()).isEqualTo(50);
        assertThat(ModuleRules.winterSunDeg(50)).isCloseTo(16.56, within(1e-9));
        assertThat(lay(fit(3, 70, rectangle(20, 12), FACTORY.createPolygon()), rules(ModuleRules.Rows.SOUTH, 8))
                        .count())
                .as("a lower sun asks for more room")
                .isLessThan(50);
    }

    @Test
    void pairsOfRowsFacingEastAndWestTakeMore() {
        ModuleField field =
                lay(fit(0, 180, rectangle(20, 12), FACTORY.createPolygon()), rules(ModuleRules.Rows.EAST_WEST, 16.56));

        assertThat(field.arrangement()).isEqualTo(ModuleField.Arrangement.EAST_WEST_ROWS);
        assertThat(field.facings()).containsExactly(new ModuleRules.Facing(10, 90), new ModuleRules.Facing(10, 270));
        // Rows run north–south: 10 m take 5 modules; 18 m take 1 + floor((18 − 2.246) / 2.746) = 6 pairs.
        assertThat(field.count()).isEqualTo(60);
    }

    @Test
    void aPlaneWithoutRoomTakesNone() {
        RoofFit fit = fit(30, 180, rectangle(1.7, 9), FACTORY.createPolygon());
        assertThat(new ModuleLayout(fit, GRID, RULES).on(fit.pieces().getFirst(), null))
                .isEmpty();
    }
}
