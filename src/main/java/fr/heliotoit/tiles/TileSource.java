package fr.heliotoit.tiles;

import fr.heliotoit.text.Failure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A background map: where its tiles are.
 *
 * @param id short, of letters, digits and hyphens: the name of its folder in the cache
 * @param name for people
 * @param attribution that its licence wants to see on every map
 * @param template address of a tile with {z}, {x} and {y} (or WMTS' {TileMatrix}, {TileCol}, {TileRow}) in place of the numbers
 * @param maxZoom the finest that the server has; finer views enlarge it
 */
public record TileSource(String id, String name, String attribution, String template, int maxZoom) {
    private static final String IGN =
            "https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&STYLE=normal"
                    + "&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}";

    /** IGN's Géoplateforme, which asks for no key (geoservices.ign.fr, services of images in tiles). */
    public static final List<TileSource> PRESETS = List.of(
            new TileSource(
                    "ign-plan",
                    "Plan IGN",
                    "Plan IGN © IGN",
                    IGN + "&FORMAT=image/png&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2",
                    19),
            new TileSource(
                    "ign-ortho",
                    "Photographies aériennes (IGN)",
                    "BD ORTHO © IGN",
                    IGN + "&FORMAT=image/jpeg&LAYER=ORTHOIMAGERY.ORTHOPHOTOS",
                    19));

    /**
     * A source that a person adds.
     *
     * @throws Failure when the address is none of a tile
     */
    public static TileSource of(String name, String attribution, String template) throws Failure {
        String plain = template.strip()
                .replaceAll("(?i)\\{TileMatrix}", "{z}")
                .replaceAll("(?i)\\{TileCol}", "{x}")
                .replaceAll("(?i)\\{TileRow}", "{y}");
        if (!plain.contains("{z}") || !plain.contains("{x}") || !plain.contains("{y}")) {
            throw Failure.of("tiles.template", template);
        }
        TileSource source = new TileSource("x" + digest(plain), name, attribution, plain, 19);
        try {
            if (source.uri(new Tile(0, 0, 0)).getHost() == null) {
                throw Failure.of("tiles.template", template);
            }
        } catch (IllegalArgumentException e) {
            throw Failure.of("tiles.template", template);
        }
        return source;
    }

    /** Long enough that two addresses never share a folder of the cache, and so each other's tiles. */
    private static String digest(String template) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(template.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    URI uri(Tile tile) {
        return URI.create(template.replace("{z}", Integer.toString(tile.zoom()))
                .replace("{x}", Integer.toString(tile.column()))
                .replace("{y}", Integer.toString(tile.row())));
    }

    /** Who is asked. */
    public String host() {
        return uri(new Tile(0, 0, 0)).getHost();
    }
}
