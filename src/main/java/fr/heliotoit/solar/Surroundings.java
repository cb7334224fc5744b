package fr.heliotoit.solar;

import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.kernel.Layer;
import fr.heliotoit.kernel.SkyTable;
import fr.heliotoit.kernel.Surface;
import fr.heliotoit.kernel.Terrain;
import fr.heliotoit.text.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the cells of a surface model besides the model itself.
 *
 * @param terrain hills beyond it; null for a level horizon
 * @param crowns trees; null for none
 */
public record Surroundings(
        @Nullable Terrain terrain, @Nullable Crowns crowns) {
    public static final Surroundings NONE = new Surroundings(null, null);

    /**
     * Tree crowns, in the convention of UMEP's canopy model: the surface model holds ground and buildings only, the crowns stand on it.
     * They hide down to the ground: no light passes under them.
     *
     * @param heights of the crowns' tops above the surface model [m], on its grid; NaN, 0 or less where there is no tree
     * @param held the light that crowns hold back, with the azimuths of the table of what passes
     */
    public record Crowns(RasterSource heights, SkyTable held) {}

    /** Houses hide the light that crowns let pass; houses and crowns hide the rest. */
    List<Layer> layers(Raster window, int column, int row, SkyTable passing) throws Failure {
        Layer solid = layer(window, window.values(), passing);
        if (crowns == null) {
            return List.of(solid);
        }
        int columns = window.grid().columns();
        float[] above =
                crowns.heights.read(column, row, columns, window.grid().rows()).values();
        float[] tops = window.values().clone();
        for (int i = 0; i < tops.length; i++) {
            tops[i] += above[i] > 0 ? above[i] : 0;
        }
        return List.of(solid, layer(window, tops, crowns.held));
    }

    private static Layer layer(Raster window, float[] heights, SkyTable light) {
        Surface surface = new Surface(
                heights,
                window.grid().columns(),
                window.grid().cellWidth(),
                window.grid().cellHeight());
        return new Layer(surface, light);
    }
}
