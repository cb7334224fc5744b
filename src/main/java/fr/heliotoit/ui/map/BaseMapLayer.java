package fr.heliotoit.ui.map;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.Viewport;
import fr.heliotoit.text.Failure;
import fr.heliotoit.tiles.BaseMap;
import fr.heliotoit.tiles.Tile;
import fr.heliotoit.tiles.TileSource;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A background map. Its tiles are squares of Web Mercator; each is drawn where its corners lie in the project's system, in as many parts as
 * it takes for straight edges to be right within half a pixel.
 *
 * @param patient whether it waits for tiles that are not at hand: for paper; on the screen they come later
 * @param problem takes a sentence on any thread
 */
record BaseMapLayer(
        BaseMap base, TileSource source, Crs crs, TileImages images, boolean patient, Consumer<String> problem)
        implements MapLayer {
    private static final Crs MERCATOR = new Crs("EPSG:3857");

    /** A view of more tiles is drawn of coarser ones. */
    private static final int MOST_TILES = 150;

    /** Coarser tiles that stand in for one that has not come yet. */
    private static final int STAND_INS = 4;

    private static final double WRONG_PX = 0.5;
    private static final double OVERLAP_PX = 0.3;
    private static final int MOST_HALVINGS = 4;

    /** For paper. */
    BaseMapLayer waiting() {
        return new BaseMapLayer(base, source, crs, images, true, problem);
    }

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        try {
            double ratio = Math.max(1, graphics.getTransform().getScaleX());
            Envelope box = mercator(view);
            List<Tile> tiles = tiles(box, zoom(view, box, ratio));
            Map<Tile, byte[]> found = patient ? base.fetch(source, tiles) : base.tiles(source, tiles);
            Graphics2D plain = (Graphics2D) graphics.create();
            // Without smoothed edges every pixel belongs to one tile, and no seam shows.
            plain.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
            plain.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            for (Tile tile : tiles) {
                if (cancelled.getAsBoolean()) {
                    break;
                }
                BufferedImage image = image(tile, found.get(tile));
                if (image != null) {
                    draw(plain, view, image, tile.west(), tile.north(), Tile.side(tile.zoom()), 0);
                }
            }
            plain.dispose();
        } catch (Failure e) {
            problem.accept(e.getMessage());
        }
    }

    private @Nullable BufferedImage image(Tile tile, byte @Nullable [] bytes) {
        if (bytes != null) {
            Optional<BufferedImage> image = images.of(source, tile, bytes);
            if (image.isPresent()) {
                return image.get();
            }
            base.spoiled(source, tile);
            problem.accept(fr.heliotoit.text.Texts.current().text("tiles.image", source.host()));
        }
        return standIn(tile);
    }

    /** The part of a coarser tile of the disk that covers this one. */
    private @Nullable BufferedImage standIn(Tile tile) {
        Tile coarse = tile;
        for (int up = 1; up <= STAND_INS && coarse.zoom() > 0; up++) {
            coarse = coarse.parent();
            Tile parent = coarse;
            BufferedImage image = base.kept(source, parent)
                    .flatMap(bytes -> images.of(source, parent, bytes))
                    .orElse(null);
            if (image != null) {
                int parts = 1 << up;
                int side = image.getWidth() / parts;
                return side == 0
                        ? null
                        : image.getSubimage(tile.column() % parts * side, tile.row() % parts * side, side, side);
            }
        }
        return null;
    }

    /** The view in Web Mercator: its corners and the middles of its edges. */
    private Envelope mercator(Viewport view) throws Failure {
        Envelope box = new Envelope();
        for (int i = 0; i <= 2; i++) {
            for (int j = 0; j <= 2; j++) {
                box.expandToInclude(crs.transform(
                        view.worldX(view.width() * i / 2.0), view.worldY(view.height() * j / 2.0), MERCATOR));
            }
        }
        return box;
    }

    /** The zoom whose pixels are about as large as those of the screen. */
    private int zoom(Viewport view, Envelope box, double ratio) {
        double metres = box.getWidth() / (view.width() * ratio);
        double exact = Math.log(Tile.resolution(0) / metres) / Math.log(2);
        int zoom = Math.clamp(Math.round(exact), 0, source.maxZoom());
        while (zoom > 0 && count(box, zoom) > MOST_TILES) {
            zoom--;
        }
        return zoom;
    }

    private static long count(Envelope box, int zoom) {
        Tile first = Tile.at(box.getMinX(), box.getMaxY(), zoom);
        Tile last = Tile.at(box.getMaxX(), box.getMinY(), zoom);
        return (last.column() - first.column() + 1L) * (last.row() - first.row() + 1L);
    }

    /** From the middle outwards, so that what is looked at comes first. */
    private static List<Tile> tiles(Envelope box, int zoom) {
        Tile first = Tile.at(box.getMinX(), box.getMaxY(), zoom);
        Tile last = Tile.at(box.getMaxX(), box.getMinY(), zoom);
        List<Tile> tiles = new ArrayList<>();
        for (int row = first.row(); row <= last.row(); row++) {
            for (int column = first.column(); column <= last.column(); column++) {
                tiles.add(new Tile(zoom, column, row));
            }
        }
        double middleColumn = (first.column() + last.column()) / 2.0;
        double middleRow = (first.row() + last.row()) / 2.0;
        tiles.sort(java.util.Comparator.comparingDouble(
                tile -> Math.hypot(tile.column() - middleColumn, tile.row() - middleRow)));
        return tiles;
    }

    /** Draws a square of Web Mercator by the affine map of three corners; in four parts when the fourth is then too far off. */
    private void draw(
            Graphics2D graphics,
            Viewport view,
            BufferedImage image,
            double west,
            double north,
            double side,
            int halvings)
            throws Failure {
        double[] a = pixel(view, west, north);
        double[] b = pixel(view, west + side, north);
        double[] c = pixel(view, west, north - side);
        double[] d = pixel(view, west + side, north - side);
        double off = Math.hypot(b[0] + c[0] - a[0] - d[0], b[1] + c[1] - a[1] - d[1]);
        if (off > WRONG_PX && halvings < MOST_HALVINGS && image.getWidth() > 1) {
            int half = image.getWidth() / 2;
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    draw(
                            graphics,
                            view,
                            image.getSubimage(i * half, j * half, half, half),
                            west + i * side / 2,
                            north - j * side / 2,
                            side / 2,
                            halvings + 1);
                }
            }
            return;
        }
        // A little larger than it is, so that rounding leaves no pixel to nobody.
        double overlap = OVERLAP_PX / Math.max(1, Math.hypot(b[0] - a[0], b[1] - a[1]));
        AffineTransform place = new AffineTransform(b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1], a[0], a[1]);
        place.translate(-overlap, -overlap);
        place.scale((1 + 2 * overlap) / image.getWidth(), (1 + 2 * overlap) / image.getHeight());
        graphics.drawImage(image, place, null);
    }

    private double[] pixel(Viewport view, double x, double y) throws Failure {
        Coordinate place = MERCATOR.transform(x, y, crs);
        return new double[] {view.pixelX(place.x), view.pixelY(place.y)};
    }
}
