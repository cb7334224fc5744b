package fr.heliotoit.tiles;

import fr.heliotoit.text.Failure;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    private static final Set<String> TILINGS =
            Set.of("PM", "GoogleMapsCompatible", "WebMercatorQuad", "EPSG:3857", "3857", "webmercator", "google3857");

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

    /** @throws Failure when it is none, or offers nothing that fits */
    static List<TileSource> read(byte[] xml, URI address) throws Failure {
        List<Layer> layers = new ArrayList<>();
        Map<String, String> provider = new TreeMap<>();
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            walk(reader, layers, provider);
        } catch (XMLStreamException e) {
            throw Failure.of("tiles.wmts.unreadable", String.valueOf(address.getHost()));
        }
        List<TileSource> sources = new ArrayList<>();
        String base = address.toString().replaceFirst("\\?.*", "");
        for (Layer layer : layers) {
            Optional<String> template = template(layer, base);
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

    private static void walk(XMLStreamReader reader, List<Layer> layers, Map<String, String> provider)
            throws XMLStreamException {
        Layer layer = null;
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

    private static boolean leaf(String name, String parent) {
        return switch (name) {
            case "Identifier" -> parent.equals("Layer") || parent.equals("Style");
            case "Title", "Format" -> parent.equals("Layer");
            case "TileMatrixSet" -> parent.equals("TileMatrixSetLink");
            default -> false;
        };
    }

    private static Optional<String> template(Layer layer, String base) {
        String tiling =
                layer.tilings.stream().filter(TILINGS::contains).findFirst().orElse(null);
        String format =
                layer.formats.stream().filter(FORMATS::contains).findFirst().orElse(null);
        if (tiling == null || format == null) {
            return Optional.empty();
        }
        if (layer.template != null) {
            return Optional.of(layer.template
                    .replaceAll("(?i)\\{style}", encoded(layer.style))
                    .replaceAll("(?i)\\{TileMatrixSet}", tiling));
        }
        return Optional.of(base + "?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=" + encoded(layer.id)
                + "&STYLE=" + encoded(layer.style) + "&FORMAT=" + format + "&TILEMATRIXSET=" + tiling
                + "&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}");
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
