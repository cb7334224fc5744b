package fr.heliotoit.tiles;

/**
 * A square of the tiling that all these servers share (OGC Two Dimensional Tile Matrix Set, WebMercatorQuad; IGN's PM): Web Mercator, one
 * tile for the world at zoom 0, four times as many at each further one.
 *
 * @param zoom 0–24
 * @param column from the west
 * @param row from the north
 */
public record Tile(int zoom, int column, int row) {
    /** Half the side of the world in Web Mercator (EPSG:3857) [m]. */
    public static final double HALF_WORLD = 20_037_508.342789244;

    /** Side [pixels]. */
    public static final int PIXELS = 256;

    public Tile {
        if (zoom < 0 || zoom > 24 || column < 0 || row < 0 || column >= 1 << zoom || row >= 1 << zoom) {
            throw new IllegalArgumentException("tile " + zoom + "/" + column + "/" + row);
        }
    }

    /** Side of a tile [m of Web Mercator]. */
    public static double side(int zoom) {
        return 2 * HALF_WORLD / (1 << zoom);
    }

    /** Side of a pixel [m of Web Mercator]. */
    public static double resolution(int zoom) {
        return side(zoom) / PIXELS;
    }

    /** The tile that holds a place of Web Mercator; the nearest one for a place outside the world. */
    public static Tile at(double x, double y, int zoom) {
        int last = (1 << zoom) - 1;
        return new Tile(
                zoom,
                Math.clamp((long) Math.floor((x + HALF_WORLD) / side(zoom)), 0, last),
                Math.clamp((long) Math.floor((HALF_WORLD - y) / side(zoom)), 0, last));
    }

    /** Western edge [m of Web Mercator]. */
    public double west() {
        return column * side(zoom) - HALF_WORLD;
    }

    /** Northern edge [m of Web Mercator]. */
    public double north() {
        return HALF_WORLD - row * side(zoom);
    }

    /** The coarser tile that it is a quarter of; itself at zoom 0. */
    public Tile parent() {
        return zoom == 0 ? this : new Tile(zoom - 1, column / 2, row / 2);
    }
}
