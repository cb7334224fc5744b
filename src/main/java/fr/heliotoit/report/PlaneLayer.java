package fr.heliotoit.report;

import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.render.Ink;
import fr.heliotoit.render.MapFont;
import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.OutlineLayer;
import fr.heliotoit.render.Viewport;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.locationtech.jts.geom.Coordinate;

/** The planes of one roof, numbered as in the table beside the map. */
record PlaneLayer(List<RoofPlane> planes) implements MapLayer {
    private static final double RADIUS = 8;

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        new OutlineLayer(planes.stream().map(RoofPlane::outline).toList(), Ink.DARK, 1, false)
                .paint(graphics, view, cancelled);
        graphics.setFont(MapFont.bold(11));
        for (int i = 0; i < Math.min(planes.size(), PlaneTable.MOST_ROWS) && planes.size() > 1; i++) {
            Coordinate at = planes.get(i).outline().getInteriorPoint().getCoordinate();
            double x = view.pixelX(at.x);
            double y = view.pixelY(at.y);
            graphics.setColor(Color.WHITE);
            graphics.fill(new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
            graphics.setColor(Ink.DARK);
            graphics.draw(new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
            String number = Integer.toString(i + 1);
            graphics.drawString(
                    number, (float) (x - graphics.getFontMetrics().stringWidth(number) / 2.0), (float) (y + 4));
        }
    }
}
