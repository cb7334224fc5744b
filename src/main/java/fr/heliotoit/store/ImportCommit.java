package fr.heliotoit.store;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.Snapshot;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import brings, all of it or nothing.
 *
 * @param vintage name of the buildings' date, such as {@code 2026-03}; without buildings the current one stays
 * @param base the newest entry of the history that the changes were compared with, 0 for none: when there is a newer one meanwhile, nothing
 *     is written
 * @param sources the files; kind {@code buildings} or the code of a layer
 * @param buildings with unique ids; null when the buildings stay
 * @param changes what becomes of the buildings there were
 * @param layers each replaces the layer there was
 * @param inputs rasters and weather files by reference; they replace those of the same kinds
 * @param findings what was odd
 */
public record ImportCommit(
        String vintage,
        long base,
        List<Snapshot.Source> sources,
        @Nullable List<Building> buildings,
        ChangeSet changes,
        Map<Layer, List<LayerFeature>> layers,
        List<InputFile> inputs,
        List<Finding> findings) {
    public ImportCommit {
        sources = List.copyOf(sources);
        buildings = buildings == null ? null : List.copyOf(buildings);
        layers = Map.copyOf(layers);
        inputs = List.copyOf(inputs);
        findings = List.copyOf(findings);
    }
}
