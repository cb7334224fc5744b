package fr.heliotoit.render;

import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import java.awt.AlphaComposite;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.function.BooleanSupplier;

/**
 * A raster, one colour per pixel by the cell under its middle.
 *
 * @param opacity 0–1
 */
public record RasterLayer(Raster raster, CellColour colour, float opacity) implements MapLayer {
    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        GridGeometry grid = raster.grid();
        int left = Math.max(0, (int) Math.floor(view.pixelX(grid.west())));
        int right = Math.min(view.width(), (int) Math.ceil(view.pixelX(grid.east())));
        int top = Math.max(0, (int) Math.floor(view.pixelY(grid.north())));
        int bottom = Math.min(view.height(), (int) Math.ceil(view.pixelY(grid.south())));
        if (left >= right || top >= bottom) {
            return;
        }
        // as many pixels as the paper or the screen really has
        double ratio = Math.clamp(graphics.getTransform().getScaleX(), 1, 4);
        int width = (int) Math.round((right - left) * ratio);
        int height = (int) Math.round((bottom - top) * ratio);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] line = new int[width];
        for (int py = 0; py < height; py++) {
            if (py % 64 == 0 && cancelled.getAsBoolean()) {
                return;
            }
            int row = (int) Math.floor((grid.north() - view.worldY(top + (py + 0.5) / ratio)) / grid.cellHeight());
            for (int px = 0; px < width; px++) {
                int column =
                        (int) Math.floor((view.worldX(left + (px + 0.5) / ratio) - grid.west()) / grid.cellWidth());
                boolean inside = column >= 0 && row >= 0 && column < grid.columns() && row < grid.rows();
                line[px] = inside ? colour.argb(raster, column, row) : 0;
            }
            image.setRGB(0, py, width, 1, line, 0, width);
        }
        Composite before = graphics.getComposite();
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, opacity));
        graphics.drawImage(image, new AffineTransform(1 / ratio, 0, 0, 1 / ratio, left, top), null);
        graphics.setComposite(before);
    }
}
