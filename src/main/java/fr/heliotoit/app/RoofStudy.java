package fr.heliotoit.app;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is reckoned of one roof when somebody looks at it, since no table keeps it: how many modules pay best, and a solar water heater.
 *
 * @param scan the roof with fewer modules
 * @param selfUse share of the production that is to be used on site, 0–1
 * @param water empty when nobody has typed how many use hot water
 * @param citations the packs that it comes from
 */
public record RoofStudy(SizeScan scan, double selfUse, Optional<HotWaterEstimate> water, List<String> citations) {
    /**
     * Takes a quarter of a second: the hours of the weather year are read anew.
     *
     * @param today the day that counts for packs
     * @return empty for a building without modules, or a project without a weather year
     */
    public static Optional<RoofStudy> of(ProjectFile project, BuildingRecord record, LocalDate today) throws Failure {
        if (project.inputs().stream().noneMatch(i -> i.kind() == InputFile.Kind.WEATHER)) {
            return Optional.empty();
        }
        Packs packs = DataPacks.load(today);
        EvaluateEconomics evaluation =
                EvaluateEconomics.of(project, null, List.of(record), packs, EconomicsOptions.USUAL);
        Optional<BuildingEconomics> one = evaluation.of(record);
        if (one.isEmpty()) {
            return Optional.empty();
        }
        EconomicsOptions counting = evaluation.counting(record.building().id());
        Double users = counting.users();
        return Optional.of(new RoofStudy(
                evaluation.sizes(one.get()),
                counting.selfUseWanted(),
                users == null ? Optional.empty() : Optional.of(HotWaterEstimate.of(evaluation, one.get(), users)),
                packs.citations()));
    }
}
