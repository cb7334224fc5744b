package fr.heliotoit.ui.model;

import fr.heliotoit.cadastre.Snapshot;
import java.util.List;
import java.util.stream.Collectors;

/** Where data come from, in words. */
public final class SourceWords {
    private SourceWords() {}

    /** {@code Bâtiments : toits_2026.gpkg}. */
    public static String of(Snapshot.Source source) {
        String kind = switch (source.kind()) {
            case "buildings" -> Words.t("source.buildings");
            case "surface-model", "mns" -> Words.t("source.surface");
            case "terrain-model", "mnt" -> Words.t("source.terrain");
            case "canopy", "canopee" -> Words.t("source.canopy");
            case "irradiation" -> Words.t("source.irradiation");
            case "weather", "meteo" -> Words.t("source.weather");
            case "weather-synthetic" -> Words.t("source.weather.synthetic");
            case "addresses", "adresses" -> Words.t("source.addresses");
            case "parcels", "parcelles" -> Words.t("source.parcels");
            default -> Words.t("source.other");
        };
        return Words.t("source.line", kind, source.name());
    }

    /** One line for the foot of the map. */
    public static String line(LoadedProject project) {
        List<Snapshot.Source> all = new java.util.ArrayList<>();
        Snapshot snapshot = project.snapshot();
        if (snapshot != null) {
            all.addAll(snapshot.sources());
        }
        all.addAll(project.computation());
        return all.stream().map(SourceWords::of).distinct().collect(Collectors.joining(" · "));
    }
}
