package fr.heliotoit.ui;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.transform.Transform;
import javafx.stage.Window;

/** Pictures of what is on the screen: all windows, popups and dialogs included, as they lie on one another. */
final class Screens {
    private Screens() {}

    /**
     * On the FX thread.
     *
     * @param scale 2 for what a screen at 200 % shows
     */
    static BufferedImage windowsAt(double scale) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        List<Window> windows = Window.getWindows();
        Window main = windows.getFirst();
        BufferedImage picture = new BufferedImage(
                (int) (scale * main.getWidth()), (int) (scale * main.getHeight()), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        for (Window window : windows) {
            BufferedImage image =
                    SwingFXUtils.fromFXImage(window.getScene().getRoot().snapshot(parameters, null), null);
            graphics.drawImage(
                    image,
                    (int) (scale * (window.getX() + window.getScene().getX() - main.getX())),
                    (int) (scale * (window.getY() + window.getScene().getY() - main.getY())),
                    null);
        }
        graphics.dispose();
        return picture;
    }
}
