package fr.heliotoit.render;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class OverlaysTest {
    @ParameterizedTest
    @CsvSource({"1, 100", "0.25, 20", "0.3, 20", "2, 200", "3.2, 500", "10, 1000", "0.003, 0.2", "40, 5000"})
    void theScaleBarHasARoundLengthThatFits(double metresPerPixel, double expected) {
        double length = ScaleBar.lengthM(metresPerPixel);
        assertThat(length).isEqualTo(expected);
        assertThat(length / metresPerPixel).isLessThanOrEqualTo(160.0001).isGreaterThan(60);
    }

    @Test
    void theScaleBarSpeaksInMetresAndKilometres() {
        assertThat(ScaleBar.label(50)).isEqualTo("50\u00A0m");
        assertThat(ScaleBar.label(2000)).isEqualTo("2\u00A0km");
        assertThat(ScaleBar.label(0.5)).isEqualTo("0,5\u00A0m");
    }

    @Test
    void theLegendNamesEveryClassBestFirst() {
        ClassStyle style = new ClassStyle(Town.conventions());
        assertThat(style.entries()).hasSize(7);
        assertThat(style.entries().getFirst().label()).isEqualTo("Excellente (1\u202F150 et plus)");
        assertThat(style.entries().get(5).label()).isEqualTo("Modeste (900 à 950)");
        assertThat(style.entries().getLast().label()).isEqualTo("Faible (moins de 900)");
    }

    @Test
    void theContinuousStyleEndsOnRoundFigures() {
        IrradiationStyle style = IrradiationStyle.of(Ramp.CIVIDIS, Town.records(300));
        assertThat(style.low()).isEqualTo(800);
        assertThat(style.high()).isEqualTo(1250);
        assertThat(style.fill(Town.record(
                        "A",
                        new GeometryFactory().createPoint(new Coordinate(0, 0)).buffer(5),
                        null,
                        null,
                        false,
                        Town.potential(1250, 10))))
                .hasValue(Ramp.CIVIDIS.colour(1));
        assertThat(IrradiationStyle.of(Ramp.CIVIDIS, List.of()).entries()).isNotEmpty();
    }

    @Test
    void aRasterLiesWhereItsGridSays() {
        Raster raster = new Raster(new GridGeometry(2, 1, 10, 30, 10, 10), new float[] {1, Float.NaN});
        MapLayer layer = new RasterLayer(raster, CellColour.ramp(Ramp.CIVIDIS, 0, 1), 1);
        BufferedImage image = new MapPicture(new Viewport(20, 20, 1, 40, 40), List.of(layer)).image(1);
        assertThat(image.getRGB(15, 15)).isEqualTo(0xFFFEE838);
        assertThat(image.getRGB(25, 15)).isEqualTo(0xFFF4F2EC);
        assertThat(image.getRGB(15, 25)).isEqualTo(0xFFF4F2EC);
    }

    @Test
    void reliefIsLitFromTheNorthWest() {
        assertThat(shade(0, 0)).isEqualTo((int) Math.round(40 + 215 * Math.sqrt(0.5)));
        // height falls to the north-west: the slope faces the light
        assertThat(shade(1, -1)).isGreaterThan(240);
        assertThat(shade(-1, 1)).isEqualTo(40);
    }

    /** Grey of the middle cell of a plane z = east · x + north · y. */
    private static int shade(double east, double north) {
        GridGeometry grid = new GridGeometry(3, 3, 0, 3, 1, 1);
        float[] z = new float[9];
        for (int i = 0; i < 9; i++) {
            z[i] = (float) (east * grid.x(i % 3) + north * grid.y(i / 3));
        }
        return new Color(CellColour.hillshade().argb(new Raster(grid, z), 1, 1)).getRed();
    }

    @Test
    void theFontHasEveryCharacterOfThePicturesAndReports() throws IOException {
        for (String bundle : List.of("render", "report", "cadastre")) {
            for (String language : List.of("", "_en")) {
                Path file = Path.of("src/main/resources/fr/heliotoit/text/" + bundle + language + ".properties");
                if (Files.exists(file)) {
                    String text = Files.readString(file, StandardCharsets.UTF_8).replaceAll("\\R", "");
                    assertThat(MapFont.regular(11).canDisplayUpTo(text))
                            .as("%s", file)
                            .isEqualTo(-1);
                    assertThat(MapFont.bold(11).canDisplayUpTo(text))
                            .as("%s", file)
                            .isEqualTo(-1);
                }
            }
        }
        assertThat(MapFont.regular(11).canDisplayUpTo("1\u202F234,5\u00A0m² « – — … · œ ÉÀÇ’ ° CO₂"))
                .isEqualTo(-1);
    }

    @Test
    void aCommuneMapIsWrittenAsPng(@TempDir Path folder) throws Exception {
        Path png = folder.resolve("carte.png");
        MapPicture.write(Town.info(true), Town.records(400), Town.conventions(), png);
        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(image.getHeight()).isEqualTo(1200);
        // the synthetic badge: white on red-brown at the upper left
        assertThat(image.getRGB(20, 20)).isEqualTo(0xFF9C2A00);
        assertThat(Files.size(png)).isLessThan(2_000_000);
    }
}
