package fr.heliotoit.render;

import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.render.RoofIndex.Roof;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** The outlines of roof planes, with an arrow down the slope where there is room; from {@link #FARTHEST} on. */
public record PlaneLayer(RoofIndex roofs) implements MapLayer {
    /** Planes are shown at this scale and nearer, as 1 : n. */
    public static final double FARTHEST = 5000;

    private static final Color LINE = new Color(0x1A, 0x1A, 0x1A);
    private static final Color HALO = new Color(255, 255, 255, 200);
    private static final double ARROW_ROOM_PX = 22;
    private static final double FLAT_DEG = 5;
    private static final int POLL = 128;

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        if (view.scaleDenominator() > FARTHEST) {
            return;
        }
        List<Roof> seen = roofs.roofs(view.envelope());
        for (int i = 0; i < seen.size(); i++) {
            if (i % POLL == 0 && cancelled.getAsBoolean()) {
                return;
            }
            for (RoofPlane plane : seen.get(i).record().planes()) {
                paint(graphics, view, plane);
            }
        }
    }

    private static void paint(Graphics2D graphics, Viewport view, RoofPlane plane) {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (double[] ring : RoofIndex.rings(plane.outline())) {
            for (int i = 0; i < ring.length; i += 2) {
                double x = view.pixelX(ring[i]);
                double y = view.pixelY(ring[i + 1]);
                if (i == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
            path.closePath();
        }
        Envelope box = plane.outline().getEnvelopeInternal();
        boolean room = Math.min(box.getWidth(), box.getHeight()) > ARROW_ROOM_PX * view.metresPerPixel();
        if (room && plane.surfaceTiltDeg() >= FLAT_DEG) {
            Coordinate middle = plane.outline().getInteriorPoint().getCoordinate();
            arrow(path, view.pixelX(middle.x), view.pixelY(middle.y), Math.toRadians(plane.surfaceAzimuthDeg()));
        }
        graphics.setColor(HALO);
        graphics.setStroke(new BasicStroke(2.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
        graphics.setColor(LINE);
        graphics.setStroke(RoofLayer.round(1));
        graphics.draw(path);
    }

    private static void arrow(Path2D path, double x, double y, double azimuth) {
        double east = Math.sin(azimuth);
        double down = -Math.cos(azimuth);
        double tipX = x + 8 * east;
        double tipY = y + 8 * down;
        path.moveTo(x - 8 * east, y - 8 * down);
        path.lineTo(tipX, tipY);
        path.moveTo(tipX - 4 * east + 3 * down, tipY - 4 * down - 3 * east);
        path.lineTo(tipX, tipY);
        path.lineTo(tipX - 4 * east - 3 * down, tipY - 4 * down + 3 * east);
    }
}
