package fr.heliotoit.app;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.rules.DataPack;
import fr.heliotoit.rules.PackKind;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Parallel;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How far every building is from protected monuments, and whether its roof is presumed to be seen together with one. */
public final class HeritageRegister {
    /** What an evaluation of a project gives. */
    public static final Set<Attribute> ATTRIBUTES =
            EnumSet.of(Attribute.PROTECTION, Attribute.DISTANCE, Attribute.COVISIBILITE);

    /** What is presumed; words are in the bundle {@code app} under {@code heritage.CODE}. Only the ABF decides. */
    public enum Covisibility {
        PRESUMED("presumee"),
        NOT_PRESUMED("non_presumee"),
        /** No surface model reaches there. */
        UNKNOWN("inconnue");

        private final String code;

        Covisibility(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * A building near a protection.
     *
     * @param protection in words: the monument that is nearest, and every perimeter that the building lies in
     * @param distanceM to it, 0 inside a perimeter [m]
     * @param fromMonument whether the roof is seen from the monument, or the monument from the roof
     * @param sharedViews share of the places around the monument that see it from which the roof is seen too, 0–1; NaN when not known
     */
    public record Entry(
            BuildingRecord record,
            String protection,
            double distanceM,
            boolean inside,
            Covisibility covisibility,
            boolean fromMonument,
            double sharedViews) {}

    /** More are not named: the list is read in a table. */
    private static final int MOST_NAMED = 4;

    private HeritageRegister() {}

    private static String words(List<Heritage.Nearest> on) {
        // Of several monuments around the nearest says enough; of perimeters each has its own law.
        Optional<Heritage.Nearest> nearest =
                on.stream().filter(n -> Heritage.monument(n.feature())).findFirst();
        return on.stream()
                .filter(n -> !Heritage.monument(n.feature())
                        || nearest.filter(m -> m == n).isPresent())
                .map(n -> Heritage.words(n.feature()))
                .distinct()
                .limit(MOST_NAMED)
                .collect(java.util.stream.Collectors.joining(" ; "));
    }

    /**
     * The buildings within the radius of a monument or in a perimeter, nearest first. The values are kept beside the buildings.
     *
     * @throws Failure when the project knows no protections
     */
    public static List<Entry> run(ProjectFile project, Packs packs, Progress progress) throws Failure {
        List<LayerFeature> protections = project.layer(Layer.PROTECTIONS).stream()
                .filter(p -> p.geometry() != null)
                .toList();
        if (protections.isEmpty()) {
            throw Failure.of("app.heritage.none", project.path().getFileName());
        }
        DataPack pack = packs.of(PackKind.HERITAGE);
        Heritage heritage = new Heritage(protections, pack.value("radius"));
        List<LayerFeature> monuments =
                protections.stream().filter(Heritage::monument).toList();
        boolean surface = project.inputs().stream().anyMatch(i -> i.kind() == InputFile.Kind.SURFACE_MODEL);
        Optional<Covisibilities> views = surface && !monuments.isEmpty()
                ? Optional.of(Covisibilities.of(project, monuments, pack, progress))
                : Optional.empty();
        List<BuildingRecord> records = project.records();
        Entry[] found = new Entry[records.size()];
        Parallel.<Failure>each(records.size(), "app.stage.heritage", progress, i -> {
            BuildingRecord record = records.get(i);
            List<Heritage.Nearest> on = heritage.on(record.building().footprint());
            if (!on.isEmpty()) {
                Covisibilities.Seen seen = views.isPresent() ? views.get().of(record) : Covisibilities.Seen.UNKNOWN;
                found[i] = new Entry(
                        record,
                        words(on),
                        on.getFirst().distanceM(),
                        on.stream().anyMatch(n -> n.distanceM() == 0),
                        seen.covisibility(pack.value("leastSeenShare")),
                        seen.fromMonument(),
                        seen.share());
            }
        });
        List<Entry> entries = new ArrayList<>(
                Arrays.stream(found).filter(java.util.Objects::nonNull).toList());
        entries.sort(java.util.Comparator.comparingDouble(Entry::distanceM)
                .thenComparing(e -> e.record().building().id()));
        Map<String, Map<Attribute, Object>> values = new HashMap<>();
        for (Entry entry : entries) {
            Map<Attribute, Object> own = new EnumMap<>(Attribute.class);
            own.put(Attribute.PROTECTION, entry.protection);
            own.put(Attribute.DISTANCE, entry.distanceM);
            own.put(Attribute.COVISIBILITE, entry.covisibility.code());
            values.put(entry.record.building().id(), own);
        }
        Optional<Snapshot> snapshot = project.current();
        if (snapshot.isPresent()) {
            project.saveEvaluations(snapshot.get(), ATTRIBUTES, values, packs.citations());
        }
        return entries;
    }
}
