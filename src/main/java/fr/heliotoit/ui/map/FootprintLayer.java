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
import org.locationtech.jts.awt.ShapeWriter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Outlines of footprints in one colour: the selection.
 *
 * @param halo wider line below, so that the outline stands out on any colour
 */
record FootprintLayer(List<BuildingRecord> records, Color line, float width, Color halo) implements MapLayer {
    /** Smaller footprints are dots: of a large selection seen from afar there are too many to outline [px]. */
    private static final double DOT_PX = 3;

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
            Envelope place = record.building().footprint().getEnvelopeInternal();
            if (!box.intersects(place)) {
                continue;
            }
            if (Math.max(place.getWidth(), place.getHeight()) < DOT_PX * view.metresPerPixel()) {
                graphics.setColor(line);
                graphics.fillRect(
                        (int) Math.round(view.pixelX(place.centre().x)) - 1,
                        (int) Math.round(view.pixelY(place.centre().y)) - 1,
                        3,
                        3);
            } else {
                draw(graphics, writer.toShape(record.building().footprint()));
            }
        }
    }

    private void draw(Graphics2D graphics, Shape shape) {
        graphics.setColor(halo);
        graphics.setStroke(new BasicStroke(width + 3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
        graphics.setColor(line);
        graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }
}
