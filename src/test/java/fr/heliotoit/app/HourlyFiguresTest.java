package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ModuleFacing;
import fr.heliotoit.cadastre.PlaneEnergy;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.rules.Score;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A computation under a weather year gives one figure per roof, its hours' sum, with an interval, and evaluations that follow it. */
class HourlyFiguresTest {
    @TempDir
    Path folder;

    private static Packs packs() throws Failure {
        return DataPacks.load(LocalDate.parse("2026-11-23"));
    }

    @Test
    void theHoursAreTheFigureAndEvaluationsOutliveAComputation() throws Failure {
        try (ProjectFile project = ProjectFile.open(DemoProject.create(folder, Progress.NONE))) {
            List<BuildingRecord> roofs = figures(project);
            assertThat(roofs).hasSizeGreaterThan(300);
            for (BuildingRecord roof : roofs) {
                SolarPotential p = (SolarPotential) roof.outcome();
                assertThat(p.method()).isEqualTo(SolarPotential.Method.HOURLY);
                assertThat((Double) Attribute.PRODUCTION_MIN.valueOf(roof)).isLessThan(p.yearlyYieldKWh());
                assertThat((Double) Attribute.PRODUCTION_MAX.valueOf(roof)).isGreaterThan(p.yearlyYieldKWh());
            }
            assertThat(String.join(" ", project.citations(Attribute.PRODUCTION_MIN)))
                    .contains("Incertitudes", "Système photovoltaïque");
            planesAndMonthsAddUpToTheFigure(roofs);
            hoursAddUpToTheFigure(project, roofs);
            evaluationsAreMadeAnew(project);
        }
    }

    private static void planesAndMonthsAddUpToTheFigure(List<BuildingRecord> roofs) {
        for (BuildingRecord roof : roofs) {
            SolarPotential p = (SolarPotential) roof.outcome();
            List<PlaneEnergy> planes = roof.planes().stream()
                    .map(plane -> Objects.requireNonNull(plane.energy()))
                    .toList();
            assertThat(planes.stream().mapToDouble(PlaneEnergy::powerKWp).sum())
                    .isCloseTo(p.peakPowerKWp(), within(1e-9));
            assertThat(planes.stream().mapToDouble(PlaneEnergy::yearlyYieldKWh).sum())
                    .isCloseTo(p.yearlyYieldKWh(), within(1e-6));
            for (int m = 0; m < 12; m++) {
                int month = m;
                assertThat(planes.stream()
                                .filter(e -> e.powerKWp() > 0)
                                .mapToDouble(e -> e.monthlyYieldKWh().get(month))
                                .sum())
                        .isCloseTo(p.monthlyYieldKWh().get(m), within(1e-6));
            }
            assertThat(p.monthlyYieldKWh().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .isCloseTo(p.yearlyYieldKWh(), within(1e-6));
        }
    }

    private static void hoursAddUpToTheFigure(ProjectFile project, List<BuildingRecord> roofs) throws Failure {
        EvaluateEconomics economics =
                EvaluateEconomics.of(project, null, project.records(), packs(), EconomicsOptions.USUAL);
        for (BuildingRecord roof : roofs.subList(0, 20)) {
            SolarPotential p = (SolarPotential) roof.outcome();
            EnergyModel.Production made = economics.of(roof).orElseThrow().production();
            double hours = 0;
            for (float hour : made.hourlyKWh()) {
                hours += hour;
            }
            assertThat(hours).isCloseTo(p.yearlyYieldKWh(), within(p.yearlyYieldKWh() * 1e-4));
            assertThat(made.monthlyKWh()[6]).isCloseTo(p.monthlyYieldKWh().get(6), within(1e-9));
            assertThat(made.yearly().value()).isEqualTo(p.yearlyYieldKWh());
            assertThat(made.yearly().low()).isCloseTo((Double) Attribute.PRODUCTION_MIN.valueOf(roof), within(1e-6));
            assertThat(made.performanceRatio()).as(roof.building().id()).isBetween(0.74, 0.82);
        }
        // The same chain from a roof's light and the one direction of its modules: no scaling hides another figure.
        Map<String, List<ModuleFacing>> facings = project.moduleFacings();
        List<BuildingRecord> simple = roofs.stream()
                .filter(r -> r.planes().size() == 1
                        && facings.getOrDefault(r.building().id(), List.of()).size() == 1)
                .toList();
        assertThat(simple).isNotEmpty();
        for (BuildingRecord roof : simple) {
            SolarPotential p = (SolarPotential) roof.outcome();
            assertThat(
                            economics
                                    .energy()
                                    .monthlyKWhPerKWp(
                                            facings.get(roof.building().id()), p.monthlyIrradiationKWhM2())
                                    .stream()
                                    .mapToDouble(Double::doubleValue)
                                    .sum())
                    .as(roof.building().id())
                    .isCloseTo(p.specificYieldKWhPerKWp(), within(0.001 * p.specificYieldKWhPerKWp()));
        }
    }

    private static void evaluationsAreMadeAnew(ProjectFile project) throws Failure {
        EvaluateAll.Report report =
                EvaluateAll.run(project, packs(), Map.of(Score.Criterion.SIZE, 40.0), Progress.NONE);
        assertThat(report.left()).containsOnlyKeys(EvaluateAll.Part.INSTALLED);
        assertThat(report.done())
                .containsExactly(
                        EvaluateAll.Part.ECONOMICS,
                        EvaluateAll.Part.HERITAGE,
                        EvaluateAll.Part.OBLIGATIONS,
                        EvaluateAll.Part.RANKING);
        assertThat(report.warning().orElseThrow()).contains("S21", "périmées");
        BuildingRecord before = figures(project).getFirst();
        assertThat(Attribute.NOTE.valueOf(before)).isNotNull();
        ComputePotential.run(project, ComputeInputs.REGISTERED, packs(), Progress.NONE);
        BuildingRecord after = figures(project).getFirst();
        assertThat(after.evaluation()).isEqualTo(before.evaluation());
        assertThat(String.join(" ", project.citations(Attribute.NOTE))).contains("taille=40");
    }

    private static List<BuildingRecord> figures(ProjectFile project) throws Failure {
        return project.records().stream()
                .filter(r -> r.outcome() instanceof SolarPotential)
                .toList();
    }
}
