package fr.heliotoit.ui.map;

import fr.heliotoit.render.Viewport;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Where the map looks: moves, zooms, keeps within reason. Pixels are logical (not device) pixels. */
public final class MapNavigation {
    /** Finest scale [m per pixel]: a 30 cm module is 15 pixels. */
    private static final double FINEST = 0.02;

    private final ReadOnlyObjectWrapper<Viewport> viewport = new ReadOnlyObjectWrapper<>(new Viewport(0, 0, 1, 1, 1));
    private @Nullable Envelope home;
    private @Nullable Framing framing;
    private boolean atHome;

    /** Which view shows all of the commune best. */
    @FunctionalInterface
    public interface Framing {
        Viewport of(int width, int height);
    }

    public ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    public Viewport viewport() {
        return viewport.get();
    }

    /** Sets what {@link #home} shows and goes there. */
    public void setHome(Envelope extent) {
        setHome(extent, (width, height) -> Viewport.fitting(extent, width, height));
    }

    /** {@link #setHome(Envelope)} with another view of the extent than the one that it just fills. */
    public void setHome(Envelope extent, Framing view) {
        home = extent.isNull() ? null : extent.copy();
        framing = view;
        home();
    }

    /** All of the commune. */
    public void home() {
        Viewport now = viewport.get();
        if (home != null && framing != null) {
            viewport.set(framing.of(now.width(), now.height()));
        }
        atHome = true;
    }

    /** The map has another size: all of the commune stays in view as long as nobody has moved. */
    public void resize(int width, int height) {
        Viewport now = viewport.get();
        if (width < 1 || height < 1 || (width == now.width() && height == now.height())) {
            return;
        }
        viewport.set(new Viewport(now.centreX(), now.centreY(), now.metresPerPixel(), width, height));
        if (atHome) {
            home();
        }
    }

    /** Moves the picture by pixels: positive to the right and down, as a hand would. */
    public void pan(double dx, double dy) {
        Viewport now = viewport.get();
        move(
                now.centreX() - dx * now.metresPerPixel(),
                now.centreY() + dy * now.metresPerPixel(),
                now.metresPerPixel());
    }

    /**
     * Zooms so that the place under a pixel stays there.
     *
     * @param factor above 1 to see more detail
     */
    public void zoom(double factor, double pixelX, double pixelY) {
        Viewport now = viewport.get();
        double scale = clamp(now.metresPerPixel() / factor);
        double x = now.worldX(pixelX);
        double y = now.worldY(pixelY);
        move(x - (pixelX - now.width() / 2.0) * scale, y + (pixelY - now.height() / 2.0) * scale, scale);
    }

    /** Zooms about the middle. */
    public void zoom(double factor) {
        zoom(factor, viewport.get().width() / 2.0, viewport.get().height() / 2.0);
    }

    /** Shows a building with its surroundings: nearer when the view is far, never farther. */
    public void goTo(Envelope place) {
        Viewport now = viewport.get();
        double fit = Math.max(place.getWidth() / now.width(), place.getHeight() / now.height()) * 5;
        double scale = Math.max(Math.min(now.metresPerPixel(), Math.max(fit, 0.1)), fit / 4);
        move(place.centre().x, place.centre().y, clamp(scale));
    }

    /**
     * Shows a view that was seen before.
     *
     * @param x of the middle, east [m]
     * @param y north [m]
     */
    public void lookAt(double x, double y, double metresPerPixel) {
        move(x, y, clamp(metresPerPixel));
    }

    /** Brings a place into view without zooming; does nothing when it is in view. */
    public void reveal(Envelope place) {
        Viewport now = viewport.get();
        if (!now.envelope().contains(place)) {
            move(place.centre().x, place.centre().y, now.metresPerPixel());
        }
    }

    private void move(double x, double y, double metresPerPixel) {
        atHome = false;
        Viewport now = viewport.get();
        if (home != null) {
            x = Math.clamp(x, home.getMinX() - home.getWidth() / 2, home.getMaxX() + home.getWidth() / 2);
            y = Math.clamp(y, home.getMinY() - home.getHeight() / 2, home.getMaxY() + home.getHeight() / 2);
        }
        viewport.set(new Viewport(x, y, metresPerPixel, now.width(), now.height()));
    }

    /** From the finest to four times the whole commune. */
    private double clamp(double metresPerPixel) {
        Viewport now = viewport.get();
        double farthest = home == null
                ? 100
                : 4 * Viewport.fitting(home, now.width(), now.height()).metresPerPixel();
        return Math.clamp(metresPerPixel, FINEST, Math.max(farthest, FINEST));
    }
}
