package fr.heliotoit.report;

import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.render.Ink;
import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.Viewport;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The modules laid on a roof, one by one: dark with a light edge, so that they are seen on roofs of every class. */
record ModuleLayer(List<ModuleArray> arrays) implements MapLayer {
    private static final float EDGE_PX = 0.7f;

    ModuleLayer {
        arrays = List.copyOf(arrays);
    }

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        graphics.setStroke(new BasicStroke(EDGE_PX));
        for (ModuleArray array : arrays) {
            for (int i = 0; i < array.modules().getNumGeometries(); i++) {
                Path2D outline = outline(array.modules().getGeometryN(i), view);
                graphics.setColor(Ink.DARK);
                graphics.fill(outline);
                graphics.setColor(Color.WHITE);
                graphics.draw(outline);
            }
        }
    }

    private static Path2D outline(Geometry module, Viewport view) {
        Path2D path = new Path2D.Double();
        Coordinate[] corners = module.getCoordinates();
        for (int i = 0; i < corners.length; i++) {
            double x = view.pixelX(corners[i].x);
            double y = view.pixelY(corners[i].y);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }
}
