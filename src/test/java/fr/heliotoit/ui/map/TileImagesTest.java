package fr.heliotoit.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.tiles.Tile;
import fr.heliotoit.tiles.TileSource;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileImagesTest {
    @ParameterizedTest
    @CsvSource({
        "png, 256, true",
        "jpeg, 256, true",
        "png, 512, true",
        "tiff, 256, false",
        "bmp, 256, false",
        "png, 1024, false"
    })
    void onlyTheUsualImagesOfTheUsualSizesAreTiles(String format, int side, boolean taken) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), format, bytes))
                .isTrue();
        assertThat(new TileImages()
                        .of(TileSource.PRESETS.getFirst(), new Tile(0, 0, 0), bytes.toByteArray())
                        .isPresent())
                .isEqualTo(taken);
    }
}
