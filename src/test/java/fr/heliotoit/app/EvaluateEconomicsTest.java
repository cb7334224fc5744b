package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ProjectStatus;
import fr.heliotoit.rules.Economics;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateEconomicsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path folder;

    @Test
    void keepsMoneyAndEnergyBesideEveryBuildingThatTakesModules() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            List<BuildingEconomics> done =
                    EvaluateEconomics.run(project, null, DataPacks.load(TODAY), EconomicsOptions.USUAL, Progress.NONE);
            assertThat(done)
                    .extracting(b -> b.record().building().id())
                    .containsExactly("a-mairie", "b-ecole", "c-maison");
        }
        try (ProjectFile project = ProjectFile.open(folder.resolve("ville.gpkg"))) {
            BuildingRecord hall = project.records().getFirst();
            assertThat(Attribute.PROFIL.valueOf(hall)).isEqualTo("mairie");
            assertThat((Double) Attribute.INVESTISSEMENT.valueOf(hall)).isCloseTo(72_000 * 1.1 * 1.2, within(0.01));
            assertThat((Double) Attribute.PRODUCTION_MIN.valueOf(hall)).isLessThan(72 * 1080 * 0.8);
            assertThat((Double) Attribute.AUTOCONSOMMATION.valueOf(hall)).isBetween(10.0, 90.0);
            assertThat(Attribute.VENTE.valueOf(project.records().get(1))).isEqualTo("sans_vente");
            assertThat(Attribute.VAN.valueOf(project.records().get(3))).isNull();
            assertThat(project.citations(Attribute.VAN)).anyMatch(c -> c.contains("S21") && c.contains("périmé"));
            assertThat(FindBuildings.run(project.records(), "investissement > 50000 and public = true"))
                    .hasSize(2);
        }
    }

    /** Figures of an earlier computation must not stand beside new ones. */
    @Test
    void forgetsTheEvaluationWhenTheFiguresChange() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            EvaluateEconomics.run(project, null, DataPacks.load(TODAY), EconomicsOptions.USUAL, Progress.NONE);
            project.saveOutcomes(project.current().orElseThrow(), List.of(), List.of(), Map.of(), Progress.NONE);
            assertThat(project.records())
                    .allSatisfy(r -> assertThat(r.evaluation()).isEmpty());
            assertThat(project.citations(Attribute.VAN)).isEmpty();
        }
    }

    @Test
    void takesWhatSomebodyTyped() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            List<BuildingRecord> records = project.records();
            EconomicsOptions typed = new EconomicsOptions(
                    20_000.0, "ecole", 20, 0.18, 70_000.0, EconomicsOptions.Sale.surplus, Map.of("loanShare", 1.0));
            EvaluateEconomics evaluation = EvaluateEconomics.of(project, null, records, DataPacks.load(TODAY), typed);
            BuildingEconomics hall = evaluation.of(records.getFirst()).orElseThrow();
            assertThat(hall.guessed()).isFalse();
            assertThat(hall.use().consumptionKWh()).isCloseTo(20_000, within(1.0));
            assertThat(hall.use().productionKWh()).isCloseTo(72 * 1080 * 0.8, within(1.0));
            assertThat(hall.economics().flows().getFirst()).isCloseTo(0, within(1e-6));
            assertThat(hall.economics().years().getFirst().loanEur()).isPositive();
            EvaluateEconomics plain = EvaluateEconomics.of(
                    project,
                    null,
                    records,
                    DataPacks.load(TODAY),
                    new EconomicsOptions(
                            20_000.0, "ecole", 0, 0.18, 70_000.0, EconomicsOptions.Sale.surplus, Map.of()));
            assertThat(hall.use().usedKWh())
                    .as("with a battery more is used on site")
                    .isGreaterThan(
                            plain.of(records.getFirst()).orElseThrow().use().usedKWh());
        }
    }

    @Test
    void sellsEverythingWhereThatIsWorthMore() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            List<BuildingRecord> records = project.records();
            EconomicsOptions nothingUsed =
                    new EconomicsOptions(0.0, null, 0, null, null, EconomicsOptions.Sale.meilleure, Map.of());
            EvaluateEconomics evaluation =
                    EvaluateEconomics.of(project, null, records, DataPacks.load(TODAY), nothingUsed);
            assertThat(evaluation
                            .of(records.getFirst())
                            .orElseThrow()
                            .economics()
                            .mode())
                    .isEqualTo(Economics.Mode.FULL_SALE);
        }
    }

    @Test
    void keepsTheConsumptionThatSomebodyTypedForOneBuilding() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            EconomicsOptions typed =
                    new EconomicsOptions(20_000.0, "ecole", 0, null, null, EconomicsOptions.Sale.meilleure, Map.of());
            EvaluateEconomics.keep(project, "a-mairie", typed);
            EvaluateEconomics.run(project, null, DataPacks.load(TODAY), EconomicsOptions.USUAL, Progress.NONE);
            BuildingRecord hall = project.records().getFirst();
            assertThat((Double) Attribute.CONSOMMATION.valueOf(hall)).isCloseTo(20_000, within(1.0));
            assertThat(Attribute.PROFIL.valueOf(hall)).isEqualTo("ecole");
            assertThat((Double) Attribute.CONSOMMATION.valueOf(project.records().get(1)))
                    .as("the others are guessed as before")
                    .isNotCloseTo(20_000, within(1.0));
            assertThat(SharePower.run(
                                    project,
                                    null,
                                    DataPacks.load(TODAY),
                                    "id = 'b-ecole'",
                                    "id = 'a-mairie'",
                                    fr.heliotoit.rules.Sharing.Keys.DYNAMIC,
                                    false)
                            .result()
                            .parts()
                            .getFirst()
                            .yearlyKWh())
                    .isCloseTo(20_000, within(1.0));
        }
    }

    @Test
    void advisesASmallerRoofWhereTheRestWouldBeGivenAway() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            List<BuildingRecord> records = project.records();
            EconomicsOptions options =
                    new EconomicsOptions(30_000.0, "mairie", 0, null, null, EconomicsOptions.Sale.meilleure, Map.of());
            EvaluateEconomics evaluation = EvaluateEconomics.of(project, null, records, DataPacks.load(TODAY), options);
            BuildingEconomics school = evaluation.of(records.get(1)).orElseThrow();
            SizeScan scan = evaluation.sizes(school);
            assertThat(scan.sizes())
                    .extracting(SizeScan.Size::kWp)
                    .contains(9.0, 36.0, 100.0, 150.0)
                    .isSorted();
            assertThat(scan.sizes().getLast().economics().netPresentValueEur())
                    .as("the last is the full roof")
                    .isCloseTo(school.economics().netPresentValueEur(), within(0.01));
            assertThat(scan.best().kWp()).as("no tariff above 100 kWc").isLessThanOrEqualTo(100);
            SizeScan.Size used = scan.using(0.8).orElseThrow();
            assertThat(used.use().selfConsumptionRate()).isGreaterThanOrEqualTo(0.8);
            assertThat(used.kWp()).isLessThan(150);
        }
    }

    @Test
    void saysWhatIsMissing() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            List<BuildingRecord> records = project.records();
            EconomicsOptions odd =
                    new EconomicsOptions(null, "piscine", 0, null, null, EconomicsOptions.Sale.surplus, Map.of());
            assertThatThrownBy(() -> EvaluateEconomics.of(project, null, records, DataPacks.load(TODAY), odd))
                    .hasMessageContaining("piscine")
                    .hasMessageContaining("logement");
        }
    }

    @Test
    void heatsTheWaterOfTheUsersFromTheSameRoof() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            List<BuildingRecord> records = project.records();
            EvaluateEconomics evaluation =
                    EvaluateEconomics.of(project, null, records, DataPacks.load(TODAY), EconomicsOptions.USUAL);
            HotWaterEstimate water = HotWaterEstimate.of(
                    evaluation, evaluation.of(records.get(2)).orElseThrow(), 4);
            assertThat(water.system().areaM2()).isEqualTo(4);
            assertThat(water.year().solarFraction()).isBetween(0.3, 0.8);
        }
    }

    @Test
    void countsWithWhatSomebodyHasTypedForABuildingAndForNoOther() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            project.saveFile(new BuildingFile(
                    "a-mairie",
                    ProjectStatus.NONE,
                    "",
                    new TreeMap<>(Map.of(
                            "Consommation annuelle (kWh)",
                            "12 000",
                            TypedHypotheses.SALE,
                            "totalite",
                            TypedHypotheses.INVESTMENT,
                            "90 000",
                            TypedHypotheses.BATTERY,
                            "20",
                            TypedHypotheses.LOAN_SHARE,
                            "0,8",
                            TypedHypotheses.LOAN_YEARS,
                            "99")),
                    new TreeMap<>()));
            Map<String, BuildingEconomics> typed = new TreeMap<>();
            Map<String, BuildingEconomics> usual = new TreeMap<>();
            EvaluateEconomics with = EvaluateEconomics.of(
                    project,
                    null,
                    project.records(),
                    DataPacks.load(LocalDate.parse("2026-09-01")),
                    EconomicsOptions.USUAL);
            project.saveFile(BuildingFile.empty("a-mairie"));
            EvaluateEconomics without = EvaluateEconomics.of(
                    project,
                    null,
                    project.records(),
                    DataPacks.load(LocalDate.parse("2026-09-01")),
                    EconomicsOptions.USUAL);
            for (BuildingRecord record : project.records()) {
                with.of(record).ifPresent(e -> typed.put(record.building().id(), e));
                without.of(record).ifPresent(e -> usual.put(record.building().id(), e));
            }
            BuildingEconomics hall = typed.get("a-mairie");
            assertThat(hall.guessed()).isFalse();
            assertThat(hall.use().consumptionKWh())
                    .as("as written on the sheet of the visit")
                    .isCloseTo(12_000, within(0.01));
            assertThat(hall.economics().mode()).isEqualTo(Economics.Mode.FULL_SALE);
            assertThat(hall.economics().investment().grossEur()).isEqualTo(90_000);
            assertThat(hall.economics().years().getFirst().loanEur())
                    .as("loan of the typed share")
                    .isPositive();
            assertThat(hall.economics().years().get(15).loanEur())
                    .as("99 years are out of range: the pack's 15")
                    .isZero();
            assertThat(typed.get("b-ecole").economics())
                    .isEqualTo(usual.get("b-ecole").economics());
        }
    }

    @Test
    void asksForNoSizeTwice() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            EvaluateEconomics evaluation = EvaluateEconomics.of(
                    project,
                    null,
                    project.records(),
                    DataPacks.load(LocalDate.parse("2026-09-01")),
                    EconomicsOptions.USUAL);
            BuildingEconomics one = evaluation.of(project.records().getFirst()).orElseThrow();
            SizeScan scan = evaluation.sizes(one);
            assertThat(scan.sizes().stream()
                            .map(s -> Formats.number(s.kWp(), 1))
                            .toList())
                    .doesNotHaveDuplicates()
                    .contains("9,0", "36,0", "72,0");
            assertThat(scan.priceLimitsKWp()).containsExactly(3.0, 9.0, 36.0);
            assertThat(scan.termLimitsKWp()).containsExactly(9.0, 36.0);
        }
    }

    /** Taxes, users and the share wanted on site stay with the building, as consumption and price do. */
    @Test
    void keepsTaxesUsersAndTheShareWanted() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            EconomicsOptions asked = new EconomicsOptions(null, null, null, null, null, null, Map.of(), true, 6.0, 0.9);
            EvaluateEconomics.keep(project, "a-mairie", asked);
            EvaluateEconomics later = EvaluateEconomics.of(
                    project,
                    null,
                    project.records(),
                    DataPacks.load(LocalDate.parse("2026-09-01")),
                    EconomicsOptions.USUAL);
            EconomicsOptions counting = later.counting("a-mairie");
            assertThat(counting.dwelling()).isTrue();
            assertThat(counting.users()).isEqualTo(6);
            assertThat(counting.selfUseWanted()).isEqualTo(0.9);
            assertThat(later.counting("b-ecole").selfUseWanted()).isEqualTo(0.8);
            assertThat(TypedHypotheses.count(project.files().values())).isEqualTo(1);
            RoofStudy study = RoofStudy.of(project, project.records().getFirst(), LocalDate.parse("2026-09-01"))
                    .orElseThrow();
            assertThat(study.selfUse()).isEqualTo(0.9);
            assertThat(study.water().orElseThrow().users()).isEqualTo(6);
            assertThat(study.scan().best().kWp()).isBetween(3.0, 72.0);
        }
    }

    @Test
    void putsABatteryAndASaleThatWereKeptBackToTheUsual() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            EvaluateEconomics.keep(
                    project,
                    "a-mairie",
                    new EconomicsOptions(30_000.0, null, 12, null, null, EconomicsOptions.Sale.totalite, Map.of()));
            assertThat(counting(project).batteryKWh()).isEqualTo(12);
            assertThat(counting(project).sale()).isEqualTo(EconomicsOptions.Sale.totalite);
            EconomicsOptions usual = new EconomicsOptions(
                    null, null, 0.0, null, null, EconomicsOptions.Sale.meilleure, Map.of(), null, null, null);
            EvaluateEconomics.keep(project, "a-mairie", usual);
            assertThat(counting(project).batteryKWh()).isNull();
            assertThat(counting(project).sale()).isEqualTo(EconomicsOptions.Sale.meilleure);
            assertThat(counting(project).consumptionKWh())
                    .as("what was not asked for stays")
                    .isEqualTo(30_000);
            assertThat(TypedHypotheses.typed(project.file("a-mairie"))).hasSize(1);
        }
    }

    private static EconomicsOptions counting(ProjectFile project) throws Failure {
        return EvaluateEconomics.of(
                        project,
                        null,
                        project.records(),
                        DataPacks.load(LocalDate.parse("2026-09-01")),
                        EconomicsOptions.USUAL)
                .counting("a-mairie");
    }
}
