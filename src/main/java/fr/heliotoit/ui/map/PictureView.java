package fr.heliotoit.ui.map;

import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.Viewport;
import fr.heliotoit.ui.model.Latest;
import java.util.List;
import javafx.scene.image.ImageView;
import javafx.scene.transform.Affine;
import org.jspecify.annotations.Nullable;

/**
 * A stack of layers on the screen. Painted in the background with a margin around the view; until the new picture is there the old one
 * is moved and scaled, so that the map answers at once.
 */
final class PictureView extends ImageView {
    private final double margin;
    private final Affine shift = new Affine();
    private final Latest<Picture> painter;
    private List<? extends MapLayer> layers = List.of();
    private @Nullable Picture shown;
    private Viewport wanted = new Viewport(0, 0, 1, 1, 1);
    private double outputScale = 1;

    /** @param margin share of the view painted beyond each edge */
    PictureView(String name, double margin) {
        this.margin = margin;
        this.painter = new Latest<>(name, false, this::accept);
        getTransforms().add(shift);
        setMouseTransparent(true);
        setManaged(false);
    }

    void setLayers(List<? extends MapLayer> changed) {
        layers = List.copyOf(changed);
        request();
    }

    void look(Viewport view, double scale) {
        wanted = view;
        outputScale = scale;
        place();
        request();
    }

    private void request() {
        if (wanted.width() < 2 || wanted.height() < 2) {
            return;
        }
        Viewport view = new Viewport(
                wanted.centreX(),
                wanted.centreY(),
                wanted.metresPerPixel(),
                (int) (wanted.width() * (1 + 2 * margin)),
                (int) (wanted.height() * (1 + 2 * margin)));
        List<? extends MapLayer> what = layers;
        double scale = outputScale;
        painter.submit(() -> Picture.paint(what, view, scale, () -> false));
    }

    private void accept(Picture picture) {
        shown = picture;
        setImage(picture.image());
        setFitWidth(picture.view().width());
        setFitHeight(picture.view().height());
        place();
    }

    /** Where the picture painted for one view belongs in another. */
    private void place() {
        if (shown == null) {
            return;
        }
        Viewport painted = shown.view();
        double scale = painted.metresPerPixel() / wanted.metresPerPixel();
        shift.setMxx(scale);
        shift.setMyy(scale);
        shift.setTx(wanted.pixelX(painted.worldX(0)));
        shift.setTy(wanted.pixelY(painted.worldY(0)));
    }
}
