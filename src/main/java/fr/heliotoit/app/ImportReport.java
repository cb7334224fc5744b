package fr.heliotoit.app;

import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an import did. Nothing gets lost: {@code read = accepted + attached + refused + ignored}.
 *
 * @param read features in the building files
 * @param accepted features that are buildings of the new snapshot
 * @param attached features of layers kept, and rows of lists found
 * @param layers how many features each layer has got
 * @param refused features with a finding that says why
 * @param ignored features that are there twice, identically, or outside the commune
 * @param changes what becomes of the buildings there were; every accepted feature is an added, changed or unchanged building
 * @param findings everything odd, per feature and per file
 * @param snapshot the new snapshot; empty on a dry run, without building files, or when no building was accepted
 * @param registered rasters and weather files the project knows now
 */
public record ImportReport(
        int read,
        int accepted,
        int attached,
        Map<Layer, Integer> layers,
        int refused,
        int ignored,
        ChangeSet changes,
        List<Finding> findings,
        Optional<Snapshot> snapshot,
        List<InputFile> registered) {
    public ImportReport {
        layers = Map.copyOf(layers);
        findings = List.copyOf(findings);
        registered = List.copyOf(registered);
        int told = changes.added().size()
                + changes.changed().size()
                + changes.unchanged().size();
        if (read != accepted + attached + refused + ignored || accepted > told) {
            throw new IllegalArgumentException(read + " read, " + accepted + " accepted, " + attached + " attached, "
                    + refused + " refused, " + ignored + " ignored");
        }
    }
}
