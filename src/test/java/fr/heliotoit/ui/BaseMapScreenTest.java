package fr.heliotoit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.render.Viewport;
import fr.heliotoit.text.Texts;
import fr.heliotoit.tiles.FakeServer;
import fr.heliotoit.tiles.Tile;
import fr.heliotoit.ui.map.LayerKind;
import fr.heliotoit.ui.map.MapView;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The background map of a server on this machine. */
class BaseMapScreenTest extends WindowTest {
    /** Side of the squares that the server paints [m of Web Mercator]. */
    private static final double SQUARE = 150;

    @Start
    void start(Stage stage) throws Exception {
        begin(stage);
    }

    /** The last of the layers: on a low screen the wheel brings it. */
    private static void tick(FxRobot robot) {
        robot.moveTo("#layers").scroll(30, VerticalDirection.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#layer-base-map");
    }

    @Test
    void nothingIsAskedForBeforeSomebodyWantsIt(FxRobot robot) throws Exception {
        try (FakeServer server = new FakeServer(BaseMapScreenTest::squares)) {
            openDemo("fond.gpkg");
            use(server);
            settle();
            assertThat(robot.lookup("#layer-base-map").queryAs(CheckBox.class).isSelected())
                    .isFalse();
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void tilesLieWhereTheyBelongInLambert93OnScreenAndOnPaper(FxRobot robot) throws Exception {
        try (FakeServer server = new FakeServer(BaseMapScreenTest::squares)) {
            openDemo("fond.gpkg");
            use(server);
            tick(robot);
            WaitForAsyncUtils.asyncFx(() -> {
                window.workbench()
                        .layers()
                        .of(LayerKind.POTENTIAL)
                        .shownProperty()
                        .set(false);
                window.workbench()
                        .layers()
                        .of(LayerKind.BASE_MAP)
                        .opacityProperty()
                        .set(1);
            });
            quiet(server);
            save("base-map");
            MapView map = robot.lookup("#map").queryAs(MapView.class);
            Viewport view = map.navigation().viewport();
            BufferedImage paper = ImageIO.read(new ByteArrayInputStream(
                    window.workbench().picture().orElseThrow().png(2)));
            int looked = 0;
            for (int x = 230; x < view.width() - 60; x += 17) {
                for (int y = 60; y < view.height() - 120; y += 13) {
                    Coordinate place = Crs.LAMBERT_93.transform(view.worldX(x), view.worldY(y), new Crs("EPSG:3857"));
                    double column = place.x / SQUARE;
                    double row = place.y / SQUARE;
                    double edge = 3 * view.metresPerPixel() * 1.6 / SQUARE;
                    if (Math.abs(column - Math.rint(column)) > edge && Math.abs(row - Math.rint(row)) > edge) {
                        Color seen = new Color(paper.getRGB(2 * x, 2 * y));
                        if (isSquare(seen)) {
                            assertThat(seen.getRed() > 128)
                                    .as("at %s", place)
                                    .isEqualTo((Math.floorMod((long) Math.floor(column), 2)
                                                    + Math.floorMod((long) Math.floor(row), 2))
                                            == 1);
                            looked++;
                        }
                    }
                }
            }
            assertThat(looked).isGreaterThan(300);
            assertThat(robot.lookup("#layer-base-map-note").queryAs(Label.class).getText())
                    .contains("localhost");
        }
    }

    @Test
    void aServerThatSendsBombsAndRubbishIsToldBesideTheLayer(FxRobot robot) throws Exception {
        byte[] good = png(new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB));
        byte[] cut = java.util.Arrays.copyOf(good, good.length / 2);
        try (FakeServer server = new FakeServer(exchange -> FakeServer.send(
                exchange, 200, "image/png", FakeServer.tile(exchange).column() % 2 == 0 ? cut : bomb()))) {
            openDemo("fond.gpkg");
            use(server);
            tick(robot);
            Label note = robot.lookup("#layer-base-map-note").queryAs(Label.class);
            await(() -> note.getText().equals(Texts.current().text("tiles.image", "localhost")));
            robot.clickOn("#map").type(KeyCode.PLUS);
            settle();
            save("base-map-rubbish");
        }
    }

    @Test
    void aBackgroundIsAddedByItsAddressAndTheConnectionTried(FxRobot robot) throws Exception {
        try (FakeServer server = new FakeServer(BaseMapScreenTest::squares)) {
            openDemo("fond.gpkg");
            WaitForAsyncUtils.asyncFx(window::network);
            awaitForm(robot);
            Label added = robot.lookup("#network-added").queryAs(Label.class);
            robot.clickOn("#network-add");
            await(() -> added.getText().contains("GetCapabilities"));
            WaitForAsyncUtils.asyncFx(() -> {
                robot.lookup("#network-address")
                        .queryAs(TextField.class)
                        .setText(server.address() + "/{z}/{x}/{y}.png");
                robot.lookup("#network-name").queryAs(TextField.class).setText("Ortho de l'agglo");
            });
            robot.clickOn("#network-add");
            await(() -> added.getText().contains("localhost"));
            // Outside of tests this machine is asked by https only.
            robot.clickOn("#network-try");
            Label tried = robot.lookup("#network-tried").queryAs(Label.class);
            await(() -> tried.getText().contains("https"));
            save("network");
            robot.clickOn("#form-go");
            settle();
            assertThat(window.workbench().background().getValue().name()).isEqualTo("Ortho de l'agglo");
            assertThat(window.workbench().background().network().hosts()).contains("localhost");
            tick(robot);
            quiet(server);
            assertThat(server.asked()).isNotEmpty();
        }
    }

    private void use(FakeServer server) throws Exception {
        var source = server.source();
        WaitForAsyncUtils.asyncFx(() -> window.workbench().background().add(source));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Until the server has not been asked for a while. */
    private static void quiet(FakeServer server) throws Exception {
        await(() -> !server.asked().isEmpty());
        int before = -1;
        while (before != server.asked().size()) {
            before = server.asked().size();
            Thread.sleep(700);
        }
        settle();
    }

    /** Red and blue squares of the world, a chessboard of {@value #SQUARE} m. */
    private static void squares(HttpExchange exchange) throws IOException {
        Tile tile = FakeServer.tile(exchange);
        BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        double pixel = Tile.resolution(tile.zoom());
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 256; x++) {
                long column = (long) Math.floor((tile.west() + (x + 0.5) * pixel) / SQUARE);
                long row = (long) Math.floor((tile.north() - (y + 0.5) * pixel) / SQUARE);
                image.setRGB(x, y, Math.floorMod(column, 2) + Math.floorMod(row, 2) == 1 ? 0xE00000 : 0x0000E0);
            }
        }
        FakeServer.send(exchange, 200, "image/png", png(image));
    }

    private static boolean isSquare(Color colour) {
        return colour.getGreen() < 30 && Math.abs(colour.getRed() - colour.getBlue()) > 150;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** A small PNG whose header says 30 000 × 30 000. */
    private static byte[] bomb() throws IOException {
        byte[] bytes = png(new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB));
        for (int at : new int[] {16, 20}) {
            bytes[at + 2] = (byte) (30_000 >> 8);
            bytes[at + 3] = (byte) 30_000;
        }
        CRC32 sum = new CRC32();
        sum.update(bytes, 12, 17);
        for (int i = 0; i < 4; i++) {
            bytes[29 + i] = (byte) (sum.getValue() >> (24 - 8 * i));
        }
        return bytes;
    }
}
