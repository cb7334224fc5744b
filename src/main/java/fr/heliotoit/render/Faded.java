package fr.heliotoit.render;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.function.BooleanSupplier;

/**
 * A layer that lets through what lies below, as a whole: where its own shapes overlap it is no denser.
 *
 * @param opacity 0–1
 */
public record Faded(MapLayer layer, double opacity) implements MapLayer {
    public Faded {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("opacity " + opacity);
        }
    }

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        if (opacity == 0) {
            return;
        }
        if (opacity == 1) {
            layer.paint(graphics, view, cancelled);
            return;
        }
        double ratio = graphics.getTransform().getScaleX();
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(view.width() * ratio),
                (int) Math.ceil(view.height() * ratio),
                BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D own = image.createGraphics();
        own.setRenderingHints(graphics.getRenderingHints());
        own.scale(ratio, ratio);
        layer.paint(own, view, cancelled);
        own.dispose();
        Graphics2D onto = (Graphics2D) graphics.create();
        onto.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
        onto.drawImage(image, AffineTransform.getScaleInstance(1 / ratio, 1 / ratio), null);
        onto.dispose();
    }
}
