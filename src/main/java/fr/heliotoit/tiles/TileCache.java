package fr.heliotoit.tiles;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Tiles on the disk: source/zoom/column/row. What cannot be kept is fetched again; only what a person asks for is told. */
final class TileCache {
    /** Older ones are fetched again when the network is there, and shown when it is not. */
    private static final Duration FRESH = Duration.ofDays(90);

    private static final double MEGABYTE = 1 << 20;

    private static final int PRUNE_EVERY = 200;
    private static final int RECENT = 400;

    /** Larger ones are read from the disk each time [bytes]. */
    private static final int LIGHT = 128 << 10;

    private final Path folder;
    private final long most;
    private final AtomicInteger kept = new AtomicInteger();
    /** A map that is dragged asks for the same tiles at every picture. */
    private final Map<Path, Kept> recent = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Kept> eldest) {
            return size() > RECENT;
        }
    });

    /** @param most bytes in all */
    TileCache(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    /**
     * @param bytes of the image
     * @param fresh false when it should be asked for again
     */
    record Kept(byte[] bytes, boolean fresh) {}

    Optional<Kept> get(TileSource source, Tile tile) {
        Path file = file(source, tile);
        Kept known = recent.get(file);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            Instant when = Files.getLastModifiedTime(file).toInstant();
            Kept read = new Kept(Files.readAllBytes(file), when.plus(FRESH).isAfter(Instant.now()));
            remember(file, read);
            return Optional.of(read);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void put(TileSource source, Tile tile, byte[] bytes) {
        Path file = file(source, tile);
        try {
            Files.createDirectories(file.getParent());
            // Whole or not at all: a reader, or a window that ends here, never leaves half an image.
            Path part = Files.createTempFile(file.getParent(), "tile", ".part");
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            remember(file, new Kept(bytes, true));
            if (kept.incrementAndGet() % PRUNE_EVERY == 0) {
                prune();
            }
        } catch (IOException | Failure e) {
            System.getLogger(TileCache.class.getName()).log(System.Logger.Level.INFO, "tile not kept", e);
        }
    }

    private void remember(Path file, Kept tile) {
        if (tile.bytes.length <= LIGHT) {
            recent.put(file, tile);
        } else {
            recent.remove(file);
        }
    }

    /** It was no image. */
    void remove(TileSource source, Tile tile) {
        try {
            recent.remove(file(source, tile));
            Files.deleteIfExists(file(source, tile));
        } catch (IOException e) {
            System.getLogger(TileCache.class.getName()).log(System.Logger.Level.INFO, "tile not removed", e);
        }
    }

    /** What it takes on the disk [MB]. */
    double megabytes() throws Failure {
        long bytes = 0;
        for (Entry entry : entries()) {
            bytes += entry.bytes();
        }
        return bytes / MEGABYTE;
    }

    /** Throws away the oldest until the rest is well within the bound. */
    void prune() throws Failure {
        List<Entry> entries = entries();
        long bytes = entries.stream().mapToLong(Entry::bytes).sum();
        if (bytes <= most) {
            return;
        }
        entries.sort(Comparator.comparing(Entry::when));
        for (Entry entry : entries) {
            if (bytes <= most * 8 / 10) {
                return;
            }
            delete(entry);
            bytes -= entry.bytes();
        }
    }

    void clear() throws Failure {
        for (Entry entry : entries()) {
            delete(entry);
        }
    }

    private record Entry(Path file, long bytes, FileTime when) {}

    private List<Entry> entries() throws Failure {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try {
                    entries.add(new Entry(file, Files.size(file), Files.getLastModifiedTime(file)));
                } catch (NoSuchFileException gone) {
                    // Another window is pruning too.
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw failure(e);
        }
        return entries;
    }

    private void delete(Entry entry) throws Failure {
        try {
            recent.remove(entry.file());
            Files.deleteIfExists(entry.file());
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Failure failure(Exception e) {
        return new Failure(Message.of("tiles.cache", folder, String.valueOf(e.getMessage())), e);
    }

    private Path file(TileSource source, Tile tile) {
        return folder.resolve(source.id())
                .resolve(Integer.toString(tile.zoom()))
                .resolve(Integer.toString(tile.column()))
                .resolve(Integer.toString(tile.row()));
    }
}
