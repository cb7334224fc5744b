package fr.heliotoit.render;

import fr.heliotoit.text.Texts;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.BooleanSupplier;

/** "Données synthétiques", at the upper left of a map whose data are made up. */
public record SyntheticBadge() implements Overlay {
    private static final Color GROUND = new Color(0x9C, 0x2A, 0x00);

    @Override
    public Rectangle2D plate(Viewport view) {
        double width = Overlay.width(MapFont.bold(12), Texts.current().text("render.synthetic")) + 20;
        return new Rectangle2D.Double(Plate.MARGIN, Plate.MARGIN, width, 26);
    }

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        String text = Texts.current().text("render.synthetic");
        graphics.setFont(MapFont.bold(12));
        double width = graphics.getFontMetrics().stringWidth(text) + 20.0;
        graphics.setColor(GROUND);
        graphics.fill(new Rectangle2D.Double(Plate.MARGIN, Plate.MARGIN, width, 26));
        graphics.setColor(Color.WHITE);
        graphics.drawString(text, Plate.MARGIN + 10, Plate.MARGIN + 17);
    }
}
