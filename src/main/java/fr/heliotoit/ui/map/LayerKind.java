package fr.heliotoit.ui.map;

import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.ui.model.Words;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the map can show, in the order in which the layers panel lists it. */
public enum LayerKind {
    POTENTIAL(null, true, 1),
    PLANES(null, false, 1),
    MODULES(null, false, 1),
    IRRADIATION(null, false, 0.85),
    RELIEF(null, false, 0.7),
    PROTECTIONS(Layer.PROTECTIONS, false, 1),
    PARCELS(Layer.PARCELS, false, 1),
    OUTLINE(Layer.OUTLINE, true, 1),
    CAR_PARKS(Layer.CAR_PARKS, false, 1),
    INSTALLATIONS(Layer.INSTALLATIONS, false, 1),
    BASE_MAP(null, false, 0.8);

    private final @Nullable Layer layer;
    private final boolean shownAtFirst;
    private final double opacityAtFirst;

    LayerKind(@Nullable Layer layer, boolean shownAtFirst, double opacityAtFirst) {
        this.layer = layer;
        this.shownAtFirst = shownAtFirst;
        this.opacityAtFirst = opacityAtFirst;
    }

    /** The layer of the project that it shows; empty for what is not one. */
    public Optional<Layer> layer() {
        return Optional.ofNullable(layer);
    }

    boolean shownAtFirst() {
        return shownAtFirst;
    }

    double opacityAtFirst() {
        return opacityAtFirst;
    }

    /** In keys of texts and in identifiers of nodes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its name for people. */
    public String label() {
        return Words.t("layer." + code());
    }
}
