package fr.heliotoit.ui.map;

import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.Viewport;
import fr.heliotoit.ui.model.Latest;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.image.ImageView;
import javafx.scene.transform.Affine;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A stack of layers on the screen. Painted in the background with a margin around the view; until the new picture is there the old one
 * is moved and scaled, so that the map answers at once.
 */
final class PictureView extends ImageView {
    private final double margin;
    private final Affine shift = new Affine();
    private final Latest<Painted> painter;
    private List<? extends MapLayer> layers = List.of();
    private @Nullable Picture shown;
    private Viewport wanted = new Viewport(0, 0, 1, 1, 1);
    private double outputScale = 1;
    /** Whether what is shown is not what the layers say. */
    private boolean stale;

    private long asked;
    private long first;
    private long delivered;
    private volatile long lastShown;

    private long requested;

    private static final long PATIENCE_NS = 250_000_000;
    private static final long CALM_NS = 60_000_000;

    /** While the wheel turns each picture would be given up for the next: they would only take time from the moving. */
    private final PauseTransition calm = new PauseTransition(Duration.millis(CALM_NS * 1e-6));

    /** @param picture null when it was given up */
    private record Painted(long number, @Nullable Picture picture) {}

    /** @param margin share of the view painted beyond each edge */
    PictureView(String name, double margin) {
        this.margin = margin;
        this.painter = new Latest<>(name, false, this::accept);
        getTransforms().add(shift);
        setMouseTransparent(true);
        setManaged(false);
        // On whole pixels nothing is to be smoothed, and while zooming the true picture comes soon: smoothing costs
        // most of a frame.
        setSmooth(false);
        calm.setOnFinished(e -> submit());
    }

    void setLayers(List<? extends MapLayer> changed) {
        if (layers.equals(changed)) {
            return;
        }
        layers = List.copyOf(changed);
        stale = true;
        if (layers.isEmpty()) {
            // Nothing to paint: an empty picture would cost as much as a full one to put on the screen.
            first = asked;
            shown = null;
            setImage(null);
        }
        request();
    }

    /** Paints the same layers again, because what they read has come. */
    void refresh() {
        if (layers.isEmpty()) {
            return;
        }
        stale = true;
        request();
    }

    void look(Viewport view, double scale) {
        stale |= scale != outputScale;
        wanted = view;
        outputScale = scale;
        place();
        request();
    }

    /** Whether the picture is of what is wanted now. */
    boolean settled() {
        return layers.isEmpty() || (delivered == asked && upToDate());
    }

    private boolean upToDate() {
        return !stale && covers();
    }

    /** A drag inside the margin needs no new picture, until half of the margin is used up. */
    private boolean covers() {
        Picture picture = shown;
        if (picture == null || picture.view().metresPerPixel() != wanted.metresPerPixel()) {
            return false;
        }
        double scale = wanted.metresPerPixel();
        double spareX = (picture.view().width() - wanted.width()) / 2.0 * (margin > 0 ? 0.5 : 1) * scale;
        double spareY = (picture.view().height() - wanted.height()) / 2.0 * (margin > 0 ? 0.5 : 1) * scale;
        return spareX >= 0
                && spareY >= 0
                && Math.abs(picture.view().centreX() - wanted.centreX()) <= spareX + 1e-9
                && Math.abs(picture.view().centreY() - wanted.centreY()) <= spareY + 1e-9;
    }

    private void request() {
        if (wanted.width() < 2 || wanted.height() < 2 || upToDate()) {
            return;
        }
        long now = System.nanoTime();
        boolean restless = zooming() && now - requested < CALM_NS && now - lastShown < PATIENCE_NS;
        requested = now;
        if (restless) {
            calm.playFromStart();
        } else {
            calm.stop();
            submit();
        }
    }

    private boolean zooming() {
        return shown != null && shown.view().metresPerPixel() != wanted.metresPerPixel();
    }

    private void submit() {
        if (upToDate()) {
            return;
        }
        stale = false;
        Viewport view = new Viewport(
                wanted.centreX(),
                wanted.centreY(),
                wanted.metresPerPixel(),
                (int) (wanted.width() * (1 + 2 * margin)),
                (int) (wanted.height() * (1 + 2 * margin)));
        List<? extends MapLayer> what = layers;
        double scale = outputScale;
        long number = ++asked;
        painter.submit(() -> paint(number, what, view, scale));
    }

    /** In the background. A picture of another scale is given up as soon as a newer one is wanted, unless none was shown for a while. */
    private Painted paint(long number, List<? extends MapLayer> what, Viewport view, double scale) {
        boolean[] given = {false};
        Picture picture = Picture.paint(what, view, scale, () -> {
            given[0] |= painter.superseded() && System.nanoTime() - lastShown < PATIENCE_NS;
            return given[0];
        });
        return new Painted(number, given[0] ? null : picture);
    }

    private void accept(Painted painted) {
        Picture picture = painted.picture();
        delivered = Math.max(delivered, painted.number());
        if (picture == null || painted.number() <= first) {
            return;
        }
        lastShown = System.nanoTime();
        shown = picture;
        setImage(picture.image());
        setX(picture.box().getMinX());
        setY(picture.box().getMinY());
        setFitWidth(picture.box().getWidth());
        setFitHeight(picture.box().getHeight());
        place();
    }

    /** Where the picture painted for one view belongs in another. */
    private void place() {
        if (shown == null) {
            return;
        }
        Viewport painted = shown.view();
        double scale = painted.metresPerPixel() / wanted.metresPerPixel();
        boolean moved = scale == 1;
        shift.setMxx(scale);
        shift.setMyy(scale);
        shift.setTx(onPixel(wanted.pixelX(painted.worldX(0)), moved));
        shift.setTy(onPixel(wanted.pixelY(painted.worldY(0)), moved));
    }

    /** A picture that is only moved stays on whole pixels of the device: it is sharp then, and much quicker to copy. */
    private double onPixel(double at, boolean moved) {
        return moved ? Math.rint(at * outputScale) / outputScale : at;
    }
}
