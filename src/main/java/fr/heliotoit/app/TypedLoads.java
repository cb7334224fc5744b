package fr.heliotoit.app;

import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has typed about a building's consumption: it stands in the building's file with the other things found on site, so that no
 * import and no undo takes it away, and every later reckoning counts with it in place of the guess from the floor area.
 */
final class TypedLoads {
    private static final String CONSUMPTION = "consommation annuelle (kWh)";
    private static final String PROFILE = "profil de consommation";

    private final Map<String, BuildingFile> files;

    TypedLoads(Map<String, BuildingFile> files) {
        this.files = Map.copyOf(files);
    }

    /** Of a year [kWh]; empty when nobody has typed one. */
    OptionalDouble consumptionKWh(String buildingId) {
        String typed = answer(buildingId, CONSUMPTION);
        OptionalDouble value = typed == null ? OptionalDouble.empty() : Formats.parse(typed);
        return value.isPresent() && value.getAsDouble() >= 0 ? value : OptionalDouble.empty();
    }

    /** Id of the load profile that somebody has chosen. */
    Optional<String> profile(String buildingId) {
        return Optional.ofNullable(answer(buildingId, PROFILE));
    }

    private @Nullable String answer(String buildingId, String field) {
        BuildingFile file = files.get(buildingId);
        return file == null ? null : file.survey().get(field);
    }

    /** Keeps what was typed; what is null stays as it was. */
    static void keep(ProjectFile project, String buildingId, @Nullable Double kWh, @Nullable String profile)
            throws Failure {
        BuildingFile file = project.file(buildingId);
        SortedMap<String, String> answers = new TreeMap<>(file.survey());
        if (kWh != null) {
            answers.put(CONSUMPTION, String.valueOf(Math.round(kWh)));
        }
        if (profile != null) {
            answers.put(PROFILE, profile);
        }
        project.saveFile(new BuildingFile(buildingId, file.status(), file.notes(), answers, file.measuredKWh()));
    }
}
