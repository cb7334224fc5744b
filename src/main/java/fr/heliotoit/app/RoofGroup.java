package fr.heliotoit.app;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.rules.Sharing;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chosen buildings as one project (grappe): their totals, and what they would have of their own production by collective self-consumption.
 *
 * @param cluster totals of those with modules
 * @param without how many of the chosen have none
 * @param sharing every chosen building consumes, those with modules produce; null when it cannot be told
 * @param why it cannot; null when it can
 * @param citations of the packs
 */
public record RoofGroup(
        RankRoofs.Cluster cluster,
        int without,
        SharePower.@Nullable Report sharing,
        @Nullable Message why,
        List<String> citations) {
    /**
     * @param ids of the buildings
     * @param wholeEpci whether the exception for public bodies of one EPCI is used instead of the distance
     * @throws Failure when none of them takes modules
     */
    public static RoofGroup of(ProjectFile project, Set<String> ids, Packs packs, Sharing.Keys keys, boolean wholeEpci)
            throws Failure {
        List<RankRoofs.Ranked> roofs = project.records().stream()
                .filter(r -> ids.contains(r.building().id()))
                .flatMap(RoofGroup::roof)
                .toList();
        if (roofs.isEmpty()) {
            throw Failure.of("app.group.none");
        }
        String chosen = expression(ids);
        Optional<SharePower.Report> sharing = Optional.empty();
        Message why = null;
        try {
            sharing = Optional.of(SharePower.run(project, null, packs, chosen, chosen, keys, wholeEpci));
        } catch (Failure lacking) {
            why = lacking.sentence();
        }
        return new RoofGroup(
                RankRoofs.cluster(roofs), ids.size() - roofs.size(), sharing.orElse(null), why, packs.citations());
    }

    private static Stream<RankRoofs.Ranked> roof(BuildingRecord record) {
        return record.outcome() instanceof SolarPotential p && p.peakPowerKWp() > 0
                ? Stream.of(new RankRoofs.Ranked(record, p, 0, 0, Map.of()))
                : Stream.empty();
    }

    /** The buildings of these ids as a question. */
    public static String expression(Collection<String> ids) {
        return ids.stream()
                .map(id -> "'" + id.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "id IN (", ")"));
    }
}
