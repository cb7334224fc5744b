package fr.heliotoit.ui.map;

import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.Viewport;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Layers painted into pixels, and the view they were painted for.
 *
 * @param view in logical pixels, margin included
 * @param image in device pixels
 */
record Picture(Viewport view, WritableImage image) {
    /**
     * Paints; may run on any thread.
     *
     * @param outputScale device pixels per logical pixel
     */
    static Picture paint(
            List<? extends MapLayer> layers, Viewport view, double outputScale, BooleanSupplier cancelled) {
        int width = Math.max(1, (int) Math.ceil(view.width() * outputScale));
        int height = Math.max(1, (int) Math.ceil(view.height() * outputScale));
        BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = pixels.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(outputScale, outputScale);
            for (MapLayer layer : layers) {
                Graphics2D own = (Graphics2D) graphics.create();
                layer.paint(own, view, cancelled);
                own.dispose();
            }
        } finally {
            graphics.dispose();
        }
        // The pixels are shared, not copied: nobody writes to them any more.
        int[] argb = ((DataBufferInt) pixels.getRaster().getDataBuffer()).getData();
        PixelBuffer<IntBuffer> buffer =
                new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
        return new Picture(view, new WritableImage(buffer));
    }
}
