package fr.heliotoit.ui.map;

import fr.heliotoit.render.AreaStyle;
import java.awt.Color;

/** How the layers of areas look: told apart by width and dashes, and by colours that all eyes tell apart (Okabe and Ito 2008). */
final class LayerStyles {
    private LayerStyles() {}

    static AreaStyle of(LayerKind kind) {
        return switch (kind) {
            case PROTECTIONS ->
                style(kind, new Color(0xCC, 0x79, 0xA7, 40), new Color(0xA0, 0x3A, 0x77), 2, AreaStyle.Dash.SHORT);
            case PARCELS -> style(kind, null, new Color(0x8A, 0x5A, 0x2B), 0.7f, AreaStyle.Dash.WHOLE);
            case CAR_PARKS ->
                style(kind, new Color(0x56, 0xB4, 0xE9, 70), new Color(0x00, 0x5A, 0x8C), 1.4f, AreaStyle.Dash.WHOLE);
            case INSTALLATIONS ->
                style(kind, new Color(0x00, 0x9E, 0x73, 150), new Color(0x00, 0x4D, 0x38), 1.4f, AreaStyle.Dash.WHOLE);
            case MODULES ->
                style(kind, new Color(0x10, 0x1C, 0x3C), new Color(0xBF, 0xD7, 0xFF), 0.6f, AreaStyle.Dash.WHOLE);
            case OUTLINE -> style(kind, null, new Color(0x26, 0x26, 0x26), 1.8f, AreaStyle.Dash.LIMIT);
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    private static AreaStyle style(
            LayerKind kind,
            @org.jspecify.annotations.Nullable Color fill,
            Color line,
            float width,
            AreaStyle.Dash dash) {
        return new AreaStyle(kind.label(), fill, line, width, dash);
    }
}
