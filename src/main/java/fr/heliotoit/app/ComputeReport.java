package fr.heliotoit.app;

import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.text.Message;
import java.util.List;

/**
 * What a computation gave.
 *
 * @param summary totals of the current snapshot
 * @param planes roof planes found; 0 when computed from a raster
 * @param sources what it was computed from
 * @param notes what had to be done to the inputs: hours filled, direct light calculated …
 */
public record ComputeReport(CommuneSummary summary, int planes, List<Snapshot.Source> sources, List<Message> notes) {
    public ComputeReport {
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
    }
}
