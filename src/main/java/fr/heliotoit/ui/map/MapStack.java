package fr.heliotoit.ui.map;

import fr.heliotoit.render.MapLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is painted, from the ground up. The parts are painted apart, so that slow ones do not hold up the roofs.
 *
 * @param ground below the roofs
 * @param roofs potential
 * @param above between roofs and selection
 * @param furniture legends, scale bar, north, sources: what stays when the map moves
 */
record MapStack(List<MapLayer> ground, List<MapLayer> roofs, List<MapLayer> above, List<MapLayer> furniture) {
    static final MapStack EMPTY = new MapStack(List.of(), List.of(), List.of(), List.of());

    MapStack {
        ground = List.copyOf(ground);
        roofs = List.copyOf(roofs);
        above = List.copyOf(above);
        furniture = List.copyOf(furniture);
    }

    /** In the order of painting. */
    List<MapLayer> with(List<? extends MapLayer> selection) {
        List<MapLayer> all = new ArrayList<>(ground);
        all.addAll(roofs);
        all.addAll(above);
        all.addAll(selection);
        all.addAll(furniture);
        return all;
    }
}
