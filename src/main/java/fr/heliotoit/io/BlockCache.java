package fr.heliotoit.io;

import fr.heliotoit.text.Failure;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decoded blocks of rasters that neighbouring windows will want again; the ones that were not used for longest give way. One cache
 * serves all tiles of a mosaic, so that memory does not depend on how many there are. Safe for several threads.
 */
final class BlockCache {
    private static final long MOST_BYTES = 48L << 20;

    private record Key(Object owner, int block) {}

    /** Decodes a block that is not there. */
    @FunctionalInterface
    interface Decoder {
        float[] decode(int block) throws Failure;
    }

    private final Map<Key, float[]> blocks = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param owner whose block it is, told apart by identity */
    float[] block(Object owner, int block, Decoder decoder) throws Failure {
        Key key = new Key(owner, block);
        synchronized (this) {
            float[] known = blocks.get(key);
            if (known != null) {
                return known;
            }
        }
        float[] decoded = decoder.decode(block);
        synchronized (this) {
            float[] before = blocks.put(key, decoded);
            bytes += 4L * decoded.length - (before == null ? 0 : 4L * before.length);
            var oldest = blocks.entrySet().iterator();
            while (bytes > MOST_BYTES && blocks.size() > 1 && oldest.hasNext()) {
                bytes -= 4L * oldest.next().getValue().length;
                oldest.remove();
            }
        }
        return decoded;
    }
}
