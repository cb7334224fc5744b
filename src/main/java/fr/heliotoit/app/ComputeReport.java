package fr.heliotoit.app;

import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.Snapshot;
import java.util.List;

/**
 * What a computation gave.
 *
 * @param summary totals of the current snapshot
 * @param planes roof planes found; 0 when computed from a raster
 * @param sources what it was computed from
 */
public record ComputeReport(CommuneSummary summary, int planes, List<Snapshot.Source> sources) {
    public ComputeReport {
        sources = List.copyOf(sources);
    }
}
