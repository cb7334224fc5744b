package fr.heliotoit.cadastre;

import java.time.Instant;
import java.util.List;

/**
 * One state of the commune's buildings (millésime).
 *
 * @param id number in the project file
 * @param vintage name of the data's date, for example {@code 2026-03}
 * @param createdAt when it was committed
 * @param sources the files it was made of
 * @param buildings how many buildings it holds
 */
public record Snapshot(long id, String vintage, Instant createdAt, List<Source> sources, int buildings) {
    /**
     * A file that data came from.
     *
     * @param kind {@code buildings}, {@code surface-model}, {@code terrain-model}, {@code irradiation}, {@code weather} …
     * @param name file name without folder (no machine paths in the project file)
     * @param sha256 hexadecimal digest of the bytes
     */
    public record Source(String kind, String name, String sha256) {}

    public Snapshot {
        sources = List.copyOf(sources);
    }
}
