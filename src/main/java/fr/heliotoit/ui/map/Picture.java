package fr.heliotoit.ui.map;

import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.Viewport;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * Layers painted into pixels, and the view they were painted for. Only the box that holds something is kept: what is transparent costs as
 * much to put on the screen as what is not.
 *
 * @param view in logical pixels, margin included
 * @param box where the image belongs in the view, in logical pixels
 * @param image in device pixels; null when nothing was painted
 */
record Picture(Viewport view, Rectangle2D box, @Nullable WritableImage image) {
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
        int[] argb = ((DataBufferInt) pixels.getRaster().getDataBuffer()).getData();
        Rectangle box = painted(argb, width, height);
        if (box.isEmpty()) {
            return new Picture(view, Rectangle2D.EMPTY, null);
        }
        return new Picture(
                view,
                new Rectangle2D(
                        box.x / outputScale, box.y / outputScale, box.width / outputScale, box.height / outputScale),
                image(argb, width, box));
    }

    /** The smallest box that holds all pixels that are not wholly transparent. */
    private static Rectangle painted(int[] argb, int width, int height) {
        int top = 0;
        while (top < height && empty(argb, top * width, width)) {
            top++;
        }
        int bottom = height;
        while (bottom > top && empty(argb, (bottom - 1) * width, width)) {
            bottom--;
        }
        int left = width;
        int right = 0;
        for (int row = top; row < bottom; row++) {
            int start = row * width;
            int x = 0;
            while (x < left && argb[start + x] == 0) {
                x++;
            }
            left = x;
            x = width;
            while (x > right && argb[start + x - 1] == 0) {
                x--;
            }
            right = x;
        }
        return new Rectangle(left, top, Math.max(0, right - left), bottom - top);
    }

    private static boolean empty(int[] argb, int start, int width) {
        for (int i = start; i < start + width; i++) {
            if (argb[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** The pixels are shared where they are wanted whole, not copied: nobody writes to them any more. */
    private static WritableImage image(int[] argb, int width, Rectangle box) {
        int[] kept = argb;
        if (box.width * box.height < argb.length) {
            kept = new int[box.width * box.height];
            for (int row = 0; row < box.height; row++) {
                System.arraycopy(argb, (box.y + row) * width + box.x, kept, row * box.width, box.width);
            }
        }
        return new WritableImage(
                new PixelBuffer<>(box.width, box.height, IntBuffer.wrap(kept), PixelFormat.getIntArgbPreInstance()));
    }
}
