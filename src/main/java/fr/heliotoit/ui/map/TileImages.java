package fr.heliotoit.ui.map;

import fr.heliotoit.tiles.Tile;
import fr.heliotoit.tiles.TileSource;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Tiles as images, the last few hundred kept. The size is read before the picture: a small file can claim to be a huge one. Of the readers
 * that other libraries bring along none is let at what comes from the web.
 */
final class TileImages {
    private static final int MOST_SIDE = 512;
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif");
    private static final int KEPT = 300;

    private final Map<Key, BufferedImage> images = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, BufferedImage> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(String source, Tile tile, int length) {}

    /** Empty when it is no image, or not of a size that a tile has. */
    Optional<BufferedImage> of(TileSource source, Tile tile, byte[] bytes) {
        Key key = new Key(source.id(), tile, bytes.length);
        synchronized (images) {
            BufferedImage known = images.get(key);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Optional<BufferedImage> decoded = decode(bytes);
        decoded.ifPresent(image -> {
            synchronized (images) {
                images.put(key, image);
            }
        });
        return decoded;
    }

    private static Optional<BufferedImage> decode(byte[] bytes) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    return Optional.empty();
                }
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (width != height || width < 1 || width > MOST_SIDE) {
                    return Optional.empty();
                }
                // In the form that is drawn quickest; a JPEG or a palette is converted once, not at every frame.
                BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
                Graphics2D graphics = image.createGraphics();
                graphics.drawImage(reader.read(0), 0, 0, null);
                graphics.dispose();
                return Optional.of(image);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Readers throw whatever a broken file leads them to.
            return Optional.empty();
        }
    }
}
