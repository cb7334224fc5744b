package fr.heliotoit.ui;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.Window;

/** Pictures of what is on the screen: all windows, popups and dialogs included, as they lie on one another. */
final class Screens {
    private Screens() {}

    /** On the FX thread. */
    static BufferedImage windows() {
        List<Window> windows = Window.getWindows();
        Window main = windows.getFirst();
        BufferedImage picture =
                new BufferedImage((int) main.getWidth(), (int) main.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        for (Window window : windows) {
            BufferedImage image = SwingFXUtils.fromFXImage(window.getScene().snapshot(null), null);
            graphics.drawImage(
                    image,
                    (int) (window.getX() + window.getScene().getX() - main.getX()),
                    (int) (window.getY() + window.getScene().getY() - main.getY()),
                    null);
        }
        graphics.dispose();
        return picture;
    }
}
