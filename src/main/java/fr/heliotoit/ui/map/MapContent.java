package fr.heliotoit.ui.map;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.render.Legend;
import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.NorthArrow;
import fr.heliotoit.render.RoofIndex;
import fr.heliotoit.render.RoofLayer;
import fr.heliotoit.render.RoofStyle;
import fr.heliotoit.render.ScaleBar;
import fr.heliotoit.render.SourceLine;
import fr.heliotoit.render.SyntheticBadge;
import fr.heliotoit.ui.model.BuildingIndex;
import fr.heliotoit.ui.model.Filtered;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.Selection;
import java.awt.Color;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which layers show the state of the window; the same on the screen and in the exported picture. */
public final class MapContent {
    private static final Color LEFT_OUT = new Color(0xE4, 0xE1, 0xDA);
    private static final Color LEFT_OUT_EDGE = new Color(0xB4, 0xB0, 0xA8);

    /** As in {@code RoofLayer}: far from every colour of the ramps. */
    private static final Color SELECTED = new Color(0xD6, 0x00, 0x6C);

    private MapContent() {}

    /** Roofs that the filter leaves, in the style's colours; the others pale below. Makes an index: not for the FX thread. */
    public static List<MapLayer> roofs(LoadedProject project, Filtered filtered, RoofStyle style) {
        BuildingIndex all = project.buildings();
        if (filtered.records().size() == all.records().size()) {
            return List.of(new RoofLayer(all.roofs(), style));
        }
        Set<BuildingRecord> left = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        left.addAll(filtered.records());
        List<BuildingRecord> others =
                all.records().stream().filter(record -> !left.contains(record)).toList();
        return List.of(
                new FootprintLayer(others, LEFT_OUT, LEFT_OUT_EDGE, 0.5f, null),
                new RoofLayer(new RoofIndex(filtered.records()), style));
    }

    public static List<MapLayer> selection(LoadedProject project, Selection selection) {
        return selection.ids().isEmpty()
                ? List.of()
                : List.of(new FootprintLayer(
                        project.buildings().byIds(new HashSet<>(selection.ids())), null, SELECTED, 2.5f, Color.WHITE));
    }

    /** Legend, scale bar, north, sources. */
    public static List<MapLayer> furniture(LoadedProject project, RoofStyle style, String sources) {
        List<MapLayer> layers =
                new ArrayList<>(List.of(new Legend(style), new ScaleBar(), new NorthArrow(), new SourceLine(sources)));
        if (project.info().synthetic()) {
            layers.add(new SyntheticBadge());
        }
        return layers;
    }
}
