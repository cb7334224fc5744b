package fr.heliotoit.render;

import fr.heliotoit.geo.Raster;

/** Colour of a cell of a raster. */
@FunctionalInterface
public interface CellColour {
    /** @return 0xAARRGGBB; 0 where nothing is to be drawn */
    int argb(Raster raster, int column, int row);

    /**
     * Values on a ramp; no data is left clear.
     *
     * @param low value of the ramp's darkest colour
     * @param high value of its lightest, above {@code low}
     */
    static CellColour ramp(Ramp ramp, double low, double high) {
        return (raster, column, row) -> {
            float value = raster.at(column, row);
            return Float.isNaN(value) ? 0 : 0xFF000000 | ramp.rgb((value - low) / (high - low));
        };
    }

    /** Shaded relief of heights, light from the north-west at 45°: see {@link Hillshade}. */
    static CellColour hillshade() {
        return Hillshade::argb;
    }
}
