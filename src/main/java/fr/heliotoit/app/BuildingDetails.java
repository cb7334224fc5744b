package fr.heliotoit.app;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.rules.Duties;
import fr.heliotoit.rules.LoadProfiles;
import fr.heliotoit.rules.PackKind;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a project knows of one building beside its record: what its card shows when there is time to read it.
 *
 * @param modules laid on its planes, largest plane first
 * @param citations the packs that evaluated values come from, for the attributes that were evaluated
 * @param duty the obligation that falls due first, in words; empty when none was found, or its pack is no longer installed
 * @param profile what the consumption is like; empty when not evaluated
 * @param typed hypotheses that somebody has typed for it, by their names
 */
public record BuildingDetails(
        List<ModuleArray> modules,
        Map<Attribute, List<String>> citations,
        Optional<Duties.Duty> duty,
        Optional<LoadProfiles.Profile> profile,
        Map<String, String> typed) {
    public BuildingDetails {
        modules = List.copyOf(modules);
        citations = Map.copyOf(citations);
    }

    /**
     * Reads them.
     *
     * @param today the day that counts for packs
     */
    public static BuildingDetails of(ProjectFile project, BuildingRecord record, LocalDate today) throws Failure {
        Map<Attribute, List<String>> citations = new EnumMap<>(Attribute.class);
        for (Attribute attribute : record.evaluation().keySet()) {
            citations.put(attribute, project.citations(attribute));
        }
        Packs packs = DataPacks.load(today);
        return new BuildingDetails(
                project.modules(record.building().id()),
                citations,
                duty(record, packs),
                Attribute.PROFIL.valueOf(record) instanceof String id
                        ? LoadProfiles.of(packs.of(PackKind.LOADS)).named(id)
                        : Optional.empty(),
                TypedHypotheses.typed(project.file(record.building().id())));
    }

    private static Optional<Duties.Duty> duty(BuildingRecord record, Packs packs) throws Failure {
        if (!(Attribute.OBLIGATION.valueOf(record) instanceof String obligation)) {
            return Optional.empty();
        }
        // The title; projects that were evaluated before packs had titles hold the identifier.
        return Duties.of(packs.of(PackKind.LAW)).duties().stream()
                .filter(d -> obligation.startsWith(d.title().fr()) || obligation.startsWith(d.id()))
                .findFirst();
    }

    /** The packs of several attributes, each once. */
    public List<String> citations(List<Attribute> attributes) {
        List<String> all = new ArrayList<>();
        for (Attribute attribute : attributes) {
            for (String citation : citations.getOrDefault(attribute, List.of())) {
                if (!all.contains(citation)) {
                    all.add(citation);
                }
            }
        }
        return all;
    }
}
