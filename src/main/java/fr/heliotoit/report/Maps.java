package fr.heliotoit.report;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.render.ClassStyle;
import fr.heliotoit.render.Legend;
import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.MapPicture;
import fr.heliotoit.render.NorthArrow;
import fr.heliotoit.render.RoofIndex;
import fr.heliotoit.render.RoofLayer;
import fr.heliotoit.render.ScaleBar;
import fr.heliotoit.render.SourceLine;
import fr.heliotoit.render.SyntheticBadge;
import fr.heliotoit.render.Viewport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;

/**
 * The maps of the papers of one commune.
 *
 * @param index the buildings as they may be shown
 */
record Maps(ProjectInfo info, List<BuildingRecord> shown, RoofIndex index, ClassStyle style) {
    /** Above this many roofs an image is smaller and quicker than their outlines. */
    private static final int MOST_LINES = 5000;
    /** Height of the source line at the foot of a map [px]. */
    private static final int BELOW = 34;
    /** Least distance from a building to the edge of its map [m]. */
    private static final double SURROUNDINGS_M = 12;

    static Maps of(ReportInput input) {
        return of(input.info(), input.mapped(), new ClassStyle(input.conventions()));
    }

    static Maps of(ProjectInfo info, List<BuildingRecord> shown, ClassStyle style) {
        return new Maps(info, shown, new RoofIndex(shown), style);
    }

    /** All roofs by class, with everything a map needs. */
    Drawing commune(int width, int height) {
        List<MapLayer> layers = new ArrayList<>(List.of(
                new RoofLayer(index, style), new Legend(style), new ScaleBar(), new NorthArrow(), sourceLine()));
        badge(layers);
        return drawing(MapPicture.viewAbove(style, index.extent(), width, height), layers);
    }

    /** All roofs without a legend, as a picture. */
    Drawing plain(int width, int height) {
        List<MapLayer> layers =
                new ArrayList<>(List.of(new RoofLayer(index, style), new ScaleBar(), new NorthArrow(), sourceLine()));
        badge(layers);
        // the source line hides no roof
        return drawing(above(BELOW, index.extent(), width, height), layers);
    }

    /** Fits an extent into a picture, above a strip at its foot [px]. */
    private static Viewport above(int strip, Envelope extent, int width, int height) {
        Viewport above = MapPicture.view(extent, width, height - strip);
        return new Viewport(
                above.centreX(),
                above.centreY() - strip / 2.0 * above.metresPerPixel(),
                above.metresPerPixel(),
                width,
                height);
    }

    /** A building among its neighbours, its outline marked, its planes numbered, the modules drawn one by one. */
    Drawing building(BuildingRecord record, List<ModuleArray> modules, int width, int height) {
        Envelope extent = record.building().footprint().getEnvelopeInternal();
        double margin = Math.max(SURROUNDINGS_M, 0.25 * Math.max(extent.getWidth(), extent.getHeight()));
        extent.expandBy(margin);
        List<MapLayer> layers = List.of(
                new RoofLayer(index, style, Set.of(record.building().id())),
                new ModuleLayer(modules),
                new PlaneLayer(record.planes()),
                new ScaleBar(0),
                new NorthArrow());
        MapPicture map = new MapPicture(above(ScaleBar.HEIGHT, extent, width, height), layers);
        return Drawing.map(map, true);
    }

    private Drawing drawing(Viewport view, List<MapLayer> layers) {
        return Drawing.map(new MapPicture(view, layers), index.size() <= MOST_LINES);
    }

    private SourceLine sourceLine() {
        return new SourceLine(Words.drawn(
                MapPicture.sourceLine(info, shown) + " · " + style.conventions().citation()));
    }

    private void badge(List<MapLayer> layers) {
        if (info.synthetic()) {
            layers.add(new SyntheticBadge());
        }
    }
}
