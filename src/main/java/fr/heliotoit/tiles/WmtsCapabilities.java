package fr.heliotoit.tiles;

import fr.heliotoit.text.Failure;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a WMTS server (OGC 07-057r7) offers, as far as it fits here: layers as PNG or JPEG in the tiling that all share. Nothing is resolved
 * from outside the document.
 */
final class WmtsCapabilities {
    static final int MOST_BYTES = 20 << 20;

    /** Names of the tiling (scale set) of {@link Tile} in the wild; IGN calls its own PM. */
    private static final Set<String> TILINGS = Set.of(
            "PM",
            "GoogleMapsCompatible",
            "WebMercatorQuad",
            "EPSG:3857",
            "EPSG:900913",
            "3857",
            "webmercator",
            "google3857");

    /** Scale of zoom 0 [1 : …] in pixels of 0.28 mm (OGC 07-057r7, annex E.4); each zoom halves it. */
    private static final double SCALE_0 = 559_082_264.03;

    /** What a request for the capabilities says of itself: not part of the server's address. */
    private static final Pattern OWN =
            Pattern.compile("(?i)(service|request|version|acceptversions|sections|format)=.*");

    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,2})");

    private static final Set<String> FORMATS = Set.of("image/png", "image/jpeg");

    private WmtsCapabilities() {}

    private static final class Layer {
        private String id = "";
        private String title = "";
        private String style = "";
        private final Set<String> formats = new LinkedHashSet<>();
        private final Set<String> tilings = new LinkedHashSet<>();
        private @Nullable String template;
    }

    /** A tiling as the server describes it: how it names the zooms, "EPSG:3857:7" for one. */
    private static final class Tiling {
        private String zoom = "";
        private @Nullable String prefix;
        private boolean fits = true;

        /** @param scale denominator of the zoom last named */
        void scale(String scale) {
            Matcher name = NUMBERED.matcher(zoom);
            try {
                double level = Math.log(SCALE_0 / Double.parseDouble(scale)) / Math.log(2);
                fits &= name.matches()
                        && Math.abs(level - Integer.parseInt(name.group(2))) < 0.01
                        && (prefix == null || prefix.equals(name.group(1)));
                prefix = fits ? name.group(1) : "";
            } catch (NumberFormatException e) {
                fits = false;
            }
        }
    }

    /** @throws Failure when it is none, or offers nothing that fits */
    static List<TileSource> read(byte[] xml, URI address) throws Failure {
        List<Layer> layers = new ArrayList<>();
        Map<String, Tiling> tilings = new TreeMap<>();
        Map<String, String> provider = new TreeMap<>();
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            walk(reader, layers, tilings, provider);
        } catch (XMLStreamException e) {
            throw Failure.of("tiles.wmts.unreadable", String.valueOf(address.getHost()));
        }
        List<TileSource> sources = new ArrayList<>();
        String base = base(address);
        for (Layer layer : layers) {
            Optional<String> template = template(layer, tilings, base);
            if (template.isPresent()) {
                try {
                    sources.add(TileSource.of(
                            layer.title.isBlank() ? layer.id : layer.title,
                            "© " + provider.getOrDefault("name", String.valueOf(address.getHost())),
                            template.get()));
                } catch (Failure unfit) {
                    // It asks for more than a place, such as a time: as if it were in another tiling.
                }
            }
        }
        if (sources.isEmpty()) {
            throw Failure.of("tiles.wmts.none", String.valueOf(address.getHost()));
        }
        return sources;
    }

    private static void walk(
            XMLStreamReader reader, List<Layer> layers, Map<String, Tiling> tilings, Map<String, String> provider)
            throws XMLStreamException {
        Layer layer = null;
        Tiling tiling = new Tiling();
        String style = "";
        boolean isDefault = false;
        List<String> path = new ArrayList<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = reader.getLocalName();
                    String parent = path.isEmpty() ? "" : path.getLast();
                    path.add(name);
                    if (name.equals("Layer")) {
                        layer = new Layer();
                        layers.add(layer);
                    } else if (layer == null && name.equals("TileMatrixSet")) {
                        tiling = new Tiling();
                    } else if (layer == null && ofTiling(name, parent)) {
                        String text = reader.getElementText().strip();
                        path.removeLast();
                        if (name.equals("ScaleDenominator")) {
                            tiling.scale(text);
                        } else if (parent.equals("TileMatrix")) {
                            tiling.zoom = text;
                        } else {
                            tilings.put(text, tiling);
                        }
                    } else if (name.equals("ProviderName")) {
                        provider.put("name", reader.getElementText().strip());
                        path.removeLast();
                    } else if (layer != null && name.equals("Style")) {
                        isDefault = "true".equals(reader.getAttributeValue(null, "isDefault"));
                    } else if (layer != null && name.equals("ResourceURL")) {
                        if ("tile".equals(reader.getAttributeValue(null, "resourceType"))
                                && FORMATS.contains(String.valueOf(reader.getAttributeValue(null, "format")))) {
                            layer.template = reader.getAttributeValue(null, "template");
                        }
                    } else if (layer != null && leaf(name, parent)) {
                        String text = reader.getElementText().strip();
                        path.removeLast();
                        switch (name) {
                            case "Title" -> layer.title = text;
                            case "Format" -> layer.formats.add(text);
                            case "TileMatrixSet" -> layer.tilings.add(text);
                            default -> {
                                if (parent.equals("Layer")) {
                                    layer.id = text;
                                } else {
                                    style = text;
                                }
                            }
                        }
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!path.isEmpty()) {
                        path.removeLast();
                    }
                    if (layer != null
                            && reader.getLocalName().equals("Style")
                            && (isDefault || layer.style.isEmpty())) {
                        layer.style = style;
                    }
                    if (reader.getLocalName().equals("Layer")) {
                        layer = null;
                    }
                }
                default -> {}
            }
        }
    }

    private static boolean ofTiling(String name, String parent) {
        return parent.equals("TileMatrix") && (name.equals("Identifier") || name.equals("ScaleDenominator"))
                || parent.equals("TileMatrixSet") && name.equals("Identifier");
    }

    private static boolean leaf(String name, String parent) {
        return switch (name) {
            case "Identifier" -> parent.equals("Layer") || parent.equals("Style");
            case "Title", "Format" -> parent.equals("Layer");
            case "TileMatrixSet" -> parent.equals("TileMatrixSetLink");
            default -> false;
        };
    }

    /** The address to which parameters can be added; MapServer has its map among them, others a key. */
    private static String base(URI address) {
        String query = address.getRawQuery();
        String kept = query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(part -> !part.isEmpty() && !OWN.matcher(part).matches())
                        .map(part -> part + "&")
                        .collect(Collectors.joining());
        return address.toString().replaceFirst("[?#].*", "") + "?" + kept;
    }

    private static Optional<String> template(Layer layer, Map<String, Tiling> tilings, String base) {
        String tiling = layer.tilings.stream()
                .filter(TILINGS::contains)
                .filter(name -> !tilings.containsKey(name) || tilings.get(name).fits)
                .findFirst()
                .orElse(null);
        String format =
                layer.formats.stream().filter(FORMATS::contains).findFirst().orElse(null);
        if (tiling == null || format == null) {
            return Optional.empty();
        }
        Tiling described = tilings.get(tiling);
        String zoom = (described == null || described.prefix == null ? "" : encoded(described.prefix)) + "{z}";
        if (layer.template != null) {
            return Optional.of(layer.template
                    .replaceAll("(?i)\\{TileMatrix}", Matcher.quoteReplacement(zoom))
                    .replaceAll("(?i)\\{style}", encoded(layer.style))
                    .replaceAll("(?i)\\{TileMatrixSet}", tiling));
        }
        return Optional.of(base + "SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=" + encoded(layer.id)
                + "&STYLE=" + encoded(layer.style) + "&FORMAT=" + format + "&TILEMATRIXSET=" + tiling
                + "&TILEMATRIX=" + zoom + "&TILEROW={y}&TILECOL={x}");
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
