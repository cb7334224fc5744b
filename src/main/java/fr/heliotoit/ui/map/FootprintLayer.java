package fr.heliotoit.ui.map;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.Viewport;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.awt.ShapeWriter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Footprints in one colour: the selection, or the buildings that the filter leaves out.
 *
 * @param halo wider line below, so that the outline stands out on any colour; null for none
 */
record FootprintLayer(
        List<BuildingRecord> records,
        @Nullable Color fill,
        Color line,
        float width,
        @Nullable Color halo) implements MapLayer {
    FootprintLayer {
        records = List.copyOf(records);
    }

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        Envelope box = view.envelope();
        ShapeWriter writer = new ShapeWriter((Coordinate world, java.awt.geom.Point2D pixel) ->
                pixel.setLocation(view.pixelX(world.x), view.pixelY(world.y)));
        int n = 0;
        for (BuildingRecord record : records) {
            if (++n % 256 == 0 && cancelled.getAsBoolean()) {
                return;
            }
            if (box.intersects(record.building().footprint().getEnvelopeInternal())) {
                draw(graphics, writer.toShape(record.building().footprint()));
            }
        }
    }

    private void draw(Graphics2D graphics, Shape shape) {
        if (fill != null) {
            graphics.setColor(fill);
            graphics.fill(shape);
        }
        if (halo != null) {
            graphics.setColor(halo);
            graphics.setStroke(new BasicStroke(width + 3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(shape);
        }
        graphics.setColor(line);
        graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }
}
