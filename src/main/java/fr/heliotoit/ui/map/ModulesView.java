package fr.heliotoit.ui.map;

import fr.heliotoit.app.MapData;
import fr.heliotoit.render.AreaLayer;
import fr.heliotoit.render.AreaStyle;
import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.Viewport;
import fr.heliotoit.text.Failure;
import java.awt.Graphics2D;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The modules in view, read when they are painted; from {@link #FARTHEST} on. */
record ModulesView(MapData data, AreaStyle style, Consumer<String> problem) implements MapLayer {
    /** Modules are shown at this scale and nearer, as 1 : n. */
    static final double FARTHEST = 4000;

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        if (view.scaleDenominator() > FARTHEST) {
            return;
        }
        try {
            new AreaLayer(data.modules(view.envelope()), style).paint(graphics, view, cancelled);
        } catch (Failure e) {
            problem.accept(e.getMessage());
        }
    }
}
