package fr.heliotoit.tiles;

import fr.heliotoit.text.Failure;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tiles for a map that never waits: what is on the disk at once, the rest later, newest wish first. What fails is tried again after a while that
 * doubles each time; a server that does not answer at all is left alone for longer. Safe for several threads.
 */
public final class BaseMap implements AutoCloseable {
    private static final int MOST_BYTES = 2 << 20;
    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long FIRST_PAUSE_NS = 2_000_000_000L;
    private static final int MOST_DOUBLINGS = 7;
    private static final long MEGABYTE = 1 << 20;

    private final Path folder;
    private final boolean plainHere;
    private final Duration patience;
    private final Runnable arrived;
    private final Consumer<String> problem;
    private final Set<Wish> wanted = new LinkedHashSet<>();
    private final Set<Wish> running = new HashSet<>();
    private final Set<Wish> missing = new HashSet<>();
    private final Map<Wish, Trouble> troubles = new HashMap<>();
    private Network network = Network.DEFAULT;
    private TileCache cache;
    private @Nullable Download download;
    private Trouble hostTrouble = Trouble.NONE;
    private boolean closed;

    private record Wish(TileSource source, Tile tile) {}

    /** @param until no new try before [ns of the system's clock] */
    private record Trouble(int times, long until) {
        static final Trouble NONE = new Trouble(0, Long.MIN_VALUE);

        Trouble again() {
            int more = Math.min(times + 1, MOST_DOUBLINGS);
            return new Trouble(more, System.nanoTime() + (FIRST_PAUSE_NS << (more - 1)));
        }

        /** From now on. */
        Duration pause() {
            return Duration.ofNanos(until - System.nanoTime());
        }

        boolean over() {
            return times == 0 || System.nanoTime() - until >= 0;
        }
    }

    /**
     * @param folder of the cache; made when the first tile is kept
     * @param arrived called on any thread when there is more to show, or more to ask for after a pause
     * @param problem takes a sentence on any thread when tiles cannot be had, and an empty one when they can again
     */
    public BaseMap(Path folder, Runnable arrived, Consumer<String> problem) {
        this(folder, false, PATIENCE, arrived, problem);
    }

    /** @param plainHere whether servers on this machine may be asked without https: for tests */
    BaseMap(Path folder, boolean plainHere, Duration patience, Runnable arrived, Consumer<String> problem) {
        this.folder = folder;
        this.plainHere = plainHere;
        this.patience = patience;
        this.arrived = arrived;
        this.problem = problem;
        this.cache = new TileCache(folder, network.cacheMegabytes() * MEGABYTE);
    }

    /** A map for tests, which may ask this machine without https. */
    public static BaseMap ofThisMachine(Path folder, Duration patience, Runnable arrived, Consumer<String> problem) {
        return new BaseMap(folder, true, patience, arrived, problem);
    }

    /** From now on the web is reached so; what failed before is tried again. */
    public synchronized void use(Network chosen) {
        network = chosen;
        cache = new TileCache(folder, chosen.cacheMegabytes() * MEGABYTE);
        Download before = download;
        download = null;
        if (before != null) {
            before.close();
        }
        troubles.clear();
        missing.clear();
        hostTrouble = Trouble.NONE;
    }

    public synchronized Network network() {
        return network;
    }

    /**
     * Asks for tiles and gives those that are at hand. What was asked for before and is not any more is no longer fetched. Reads files: not for the
     * screen's thread.
     */
    public Map<Tile, byte[]> tiles(TileSource source, List<Tile> tiles) {
        Map<Tile, byte[]> found = new HashMap<>();
        List<Wish> wishes = new ArrayList<>();
        TileCache disk = cache();
        for (Tile tile : tiles) {
            Optional<TileCache.Kept> kept = disk.get(source, tile);
            kept.ifPresent(k -> found.put(tile, k.bytes()));
            if (kept.isEmpty() || !kept.get().fresh()) {
                wishes.add(new Wish(source, tile));
            }
        }
        synchronized (this) {
            wanted.clear();
            wanted.addAll(wishes);
        }
        pump();
        return found;
    }

    /** What the disk has of a tile: for a picture to stand in for a finer one. */
    public Optional<byte[]> kept(TileSource source, Tile tile) {
        return cache().get(source, tile).map(TileCache.Kept::bytes);
    }

    /**
     * Gets the tiles that are not on the disk and waits for them: for paper.
     *
     * @return those that can be had
     */
    public Map<Tile, byte[]> fetch(TileSource source, List<Tile> tiles) {
        try (ExecutorService some = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("tile").factory())) {
            for (Tile tile : tiles) {
                Wish wish = new Wish(source, tile);
                some.submit(() -> kept(source, tile).isPresent() || ready(wish) && load(wish));
            }
        }
        Map<Tile, byte[]> found = new HashMap<>();
        for (Tile tile : tiles) {
            kept(source, tile).ifPresent(bytes -> found.put(tile, bytes));
        }
        return found;
    }

    /** A tile of the disk turned out to be no image. */
    public void spoiled(TileSource source, Tile tile) {
        cache().remove(source, tile);
        Wish wish = new Wish(source, tile);
        synchronized (this) {
            // A server that sends rubbish is not asked for it at every frame.
            troubles.merge(wish, Trouble.NONE.again(), (before, first) -> before.again());
        }
    }

    /**
     * Asks for one tile over the network, whatever is kept.
     *
     * @throws Failure with the reason when it does not come
     */
    public static void check(Network network, TileSource source, Tile tile) throws Failure {
        check(network, source, tile, false);
    }

    static void check(Network network, TileSource source, Tile tile, boolean plainHere) throws Failure {
        try (Download download = new Download(network, plainHere, PATIENCE)) {
            download.get(source.uri(tile), MOST_BYTES, "image/");
        } catch (Download.Missing e) {
            throw Failure.of("tiles.missing", source.host());
        }
    }

    /** The layers of a WMTS server that fit: its capabilities, read from the web. */
    public static List<TileSource> wmts(Network network, URI capabilities) throws Failure {
        try (Download download = new Download(network, false, PATIENCE)) {
            return WmtsCapabilities.read(download.get(capabilities, WmtsCapabilities.MOST_BYTES, ""), capabilities);
        } catch (Download.Missing e) {
            throw Failure.of("tiles.missing", String.valueOf(capabilities.getHost()));
        }
    }

    /** What the cache takes on the disk [MB]. */
    public double cachedMegabytes() throws Failure {
        return cache().megabytes();
    }

    public void clearCache() throws Failure {
        cache().clear();
    }

    private synchronized TileCache cache() {
        return cache;
    }

    private synchronized boolean ready(Wish wish) {
        return !closed
                && !missing.contains(wish)
                && hostTrouble.over()
                && troubles.getOrDefault(wish, Trouble.NONE).over();
    }

    /** Starts as many as may run at once. */
    private synchronized void pump() {
        for (Wish wish : List.copyOf(wanted)) {
            if (running.size() >= AT_ONCE) {
                return;
            }
            if (!running.contains(wish) && ready(wish)) {
                wanted.remove(wish);
                running.add(wish);
                Thread.ofVirtual().name("tile").start(() -> {
                    boolean came = false;
                    try {
                        came = load(wish);
                    } finally {
                        synchronized (this) {
                            running.remove(wish);
                        }
                    }
                    if (came) {
                        arrived.run();
                    }
                    pump();
                });
            }
        }
    }

    private boolean load(Wish wish) {
        Download from = connection();
        if (from == null) {
            return false;
        }
        try {
            byte[] bytes = from.get(wish.source().uri(wish.tile()), MOST_BYTES, "image/");
            cache().put(wish.source(), wish.tile(), bytes);
            boolean again;
            synchronized (this) {
                again = hostTrouble.times() > 0;
                hostTrouble = Trouble.NONE;
            }
            if (again) {
                problem.accept("");
            }
            return true;
        } catch (Download.Missing e) {
            synchronized (this) {
                missing.add(wish);
            }
            return false;
        } catch (Failure failure) {
            synchronized (this) {
                if (from != download) {
                    // Cut off by us: closed, or the web is reached another way from now on.
                    return false;
                }
                Trouble own = troubles.merge(wish, Trouble.NONE.again(), (before, first) -> before.again());
                hostTrouble = hostTrouble.again();
                remind(own.pause().compareTo(hostTrouble.pause()) > 0 ? own.pause() : hostTrouble.pause());
            }
            problem.accept(failure.getMessage());
            return false;
        }
    }

    /** Tells when it is time to try again: who looks at a map that stands still asks for nothing. */
    private void remind(Duration pause) {
        Thread.ofVirtual().name("tile pause").start(() -> {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e); // Nobody else knows this thread.
            }
            if (!isClosed()) {
                arrived.run();
            }
        });
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized @Nullable Download connection() {
        if (closed) {
            return null;
        }
        if (download == null) {
            download = new Download(network, plainHere, patience);
            TileCache disk = cache;
            Thread.ofVirtual().name("prune tiles").start(() -> {
                try {
                    disk.prune();
                } catch (Failure e) {
                    problem.accept(e.getMessage());
                }
            });
        }
        return download;
    }

    @Override
    public synchronized void close() {
        closed = true;
        wanted.clear();
        if (download != null) {
            download.close();
            download = null;
        }
    }
}
