package fr.heliotoit.app;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.report.Advice;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return Optional.ofNullable(
                of(project, List.of(record), today).get(record.building().id()));
    }

    /** Of several buildings, by their identifiers; those that {@link #of(ProjectFile, BuildingRecord, LocalDate)} is empty for are left out. */
    static Map<String, RoofStudy> of(ProjectFile project, List<BuildingRecord> records, LocalDate today)
            throws Failure {
        Map<String, RoofStudy> studies = new HashMap<>();
        if (!EnergyModel.weatherKnown(project, records)) {
            return studies;
        }
        Packs packs = DataPacks.load(today);
        EvaluateEconomics evaluation = EvaluateEconomics.of(project, null, records, packs, EconomicsOptions.USUAL);
        for (BuildingRecord record : records) {
            String id = record.building().id();
            Optional<BuildingEconomics> one = evaluation.of(record);
            if (one.isPresent()) {
                EconomicsOptions counting = evaluation.counting(id);
                Double users = counting.users();
                studies.put(
                        id,
                        new RoofStudy(
                                evaluation.sizes(one.get()),
                                counting.selfUseWanted(),
                                users == null
                                        ? Optional.empty()
                                        : Optional.of(HotWaterEstimate.of(evaluation, one.get(), users)),
                                packs.citations()));
            }
        }
        return studies;
    }

    /** For paper. */
    Advice advice() {
        SizeScan.Size best = scan.best();
        return new Advice(
                best.kWp(),
                best.economics().netPresentValueEur(),
                best.use().selfConsumptionRate(),
                water.map(w -> new Advice.Water(w.areaM2(), w.tankL(), w.solarKWh(), w.solarFraction()))
                        .orElse(null),
                citations);
    }
}
