package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.ProjectStatus;
import fr.heliotoit.rules.Duties;
import fr.heliotoit.rules.ObligationEntry;
import fr.heliotoit.rules.PackKind;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.rules.Score;
import fr.heliotoit.rules.Sharing;
import fr.heliotoit.store.Commits;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Obligations, heritage, ranking, zones, installed systems and sharing of a small town. */
class RegistersTest {
    @TempDir
    Path folder;

    private static Packs packs(String day) throws Failure {
        return DataPacks.load(LocalDate.parse(day));
    }

    private static LayerFeature feature(String id, double dx, double dy, double side, Map<String, String> values) {
        return new LayerFeature(id, null, SolarTown.square(dx, dy, side), new TreeMap<>(values));
    }

    @Test
    void listsEveryPublicBuildingAndCarParkWithItsTextDeadlineAndMargin() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            Commits.layer(
                    project,
                    Layer.CAR_PARKS,
                    List.of(
                            feature("p-grand", 0, 200, 110, Map.of("public", "true", "nom", "Grand parking")),
                            feature("p-moyen", 200, 200, 40, Map.of("public", "non")),
                            feature("p-petit", 300, 200, 20, Map.of())));
            List<ObligationEntry> entries = ObligationsRegister.run(project, packs("2026-11-23"), true, Progress.NONE);
            assertThat(entries)
                    .extracting(ObligationEntry::id)
                    .containsExactly("p-grand", "b-ecole", "a-mairie", "p-moyen", "p-petit");
        }
    }

    @Test
    void tellsDueOverdueAndUncertain() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            Commits.layer(
                    project,
                    Layer.CAR_PARKS,
                    List.of(
                            feature("p-grand", 0, 200, 110, Map.of("public", "true")),
                            feature("p-moyen", 200, 200, 40, Map.of()),
                            feature("p-petit", 300, 200, 20, Map.of())));
            Map<String, ObligationEntry> entries = new TreeMap<>();
            for (ObligationEntry entry : ObligationsRegister.run(project, packs("2026-11-23"), true, Progress.NONE)) {
                entries.put(entry.id(), entry);
            }
            ObligationEntry large = entries.get("p-grand");
            assertThat(large.first().map(Duties.Duty::deadline)).contains(LocalDate.of(2026, 7, 1));
            assertThat(large.status()).isEqualTo(ObligationEntry.Status.OVERDUE);
            assertThat(large.canopyKWp()).isCloseTo(12_100 * 0.5 * 0.9 * 0.22, within(1e-6));
            assertThat(large.canopyKWh().value() / large.canopyKWp()).isBetween(750.0, 1000.0);
            ObligationEntry middle = entries.get("p-moyen");
            assertThat(middle.status()).isEqualTo(ObligationEntry.Status.DUE);
            assertThat(middle.marginM2()).isCloseTo(100, within(1e-6));
            assertThat(entries.get("p-petit").marginM2()).isCloseTo(-1100, within(1e-6));
            // 36 m square: 1296 m², above 500 and, à vérifier, above 1100; the town hall of 576 m² above 500 and 410.
            assertThat(entries.get("b-ecole").duties())
                    .extracting(Duties.Duty::id)
                    .containsExactly("existant-500", "dadue-1100");
            assertThat(entries.get("a-mairie").status()).isEqualTo(ObligationEntry.Status.DUE);
            assertThat(FindBuildings.run(project.records(), "echeance < '2028-06-01'"))
                    .hasSize(2);
            project.saveFile(new BuildingFile(
                    "a-mairie", ProjectStatus.IN_SERVICE, "", new TreeMap<>(), new TreeMap<>(Map.of(2025, 50_000.0))));
            assertThat(ObligationsRegister.run(project, packs("2026-11-23"), false, Progress.NONE))
                    .filteredOn(e -> e.id().equals("a-mairie"))
                    .allMatch(e -> e.status() == ObligationEntry.Status.EQUIPPED);
        }
    }

    @Test
    void measuresTheDistanceToMonumentsAndLeavesTheOpinionToTheArchitect() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            assertThatThrownBy(() -> HeritageRegister.run(project, packs("2026-11-23"), Progress.NONE))
                    .hasMessageContaining("protections");
            Commits.layer(
                    project,
                    Layer.PROTECTIONS,
                    List.of(
                            feature("m", 0, 124, 20, Map.of("suptype", "ac1", "role", "generateur", "nom", "Beffroi")),
                            feature("p", 100, -20, 60, Map.of("type", "PDA", "role", "assiette", "nom", "Abords"))));
            List<HeritageRegister.Entry> entries = HeritageRegister.run(project, packs("2026-11-23"), Progress.NONE);
            HeritageRegister.Entry hall = entries.stream()
                    .filter(e -> e.record().building().id().equals("a-mairie"))
                    .findFirst()
                    .orElseThrow();
            assertThat(hall.distanceM()).isCloseTo(100, within(1e-6));
            assertThat(hall.protection()).isEqualTo("AC1 – Beffroi");
            assertThat(hall.covisibility()).isEqualTo(HeritageRegister.Covisibility.UNKNOWN);
            assertThat(entries.getFirst().inside()).isTrue();
            assertThat(entries.getFirst().protection())
                    .as("perimeter and monument have each their law")
                    .isEqualTo("PDA – Abords ; AC1 – Beffroi");
            assertThat(FindBuildings.run(project.records(), "distance <= 110 and covisibilite = 'inconnue'"))
                    .extracting(r -> r.building().id())
                    .contains("a-mairie", "c-maison");
        }
    }

    @Test
    void ranksMunicipalRoofsByPointsThatAddUp() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            EvaluateEconomics.run(project, null, packs("2026-11-23"), EconomicsOptions.USUAL, Progress.NONE);
            ObligationsRegister.run(project, packs("2026-11-23"), true, Progress.NONE);
            List<RankRoofs.Ranked> ranked = RankRoofs.run(project, packs("2026-11-23"), Map.of());
            assertThat(ranked).extracting(r -> r.record().building().id()).containsExactly("b-ecole", "a-mairie");
            for (RankRoofs.Ranked one : ranked) {
                assertThat(one.points().values().stream().mapToDouble(d -> d).sum())
                        .isCloseTo(one.score(), within(1e-9));
                assertThat(one.score()).isBetween(0.0, 100.0);
            }
            assertThat(Attribute.RANG.valueOf(project.records().get(1))).isEqualTo(1);
            RankRoofs.Cluster group = RankRoofs.cluster(ranked);
            assertThat(group.peakPowerKWp()).isEqualTo(222);
            assertThat(group.widthM()).isCloseTo(36, within(1e-6));
            assertThat(group.investmentEur()).isPositive();
            // Only size counts: the small one of 72 kWc gets log(72/3)/log(100/3).
            List<RankRoofs.Ranked> bySize = RankRoofs.run(
                    project,
                    packs("2026-11-23"),
                    Map.of(
                            Score.Criterion.YIELD, 0.0,
                            Score.Criterion.SHADE, 0.0,
                            Score.Criterion.CONSTRAINTS, 0.0,
                            Score.Criterion.OBLIGATIONS, 0.0,
                            Score.Criterion.UNCERTAINTY, 0.0));
            assertThat(bySize.getLast().score()).isCloseTo(100 * Math.log(24) / Math.log(100 / 3.0), within(1e-6));
        }
    }

    @Test
    void groupsChosenRoofsWithinADistanceAndAPower() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            EvaluateEconomics.run(project, null, packs("2026-11-23"), EconomicsOptions.USUAL, Progress.NONE);
            List<RankRoofs.Ranked> ranked = RankRoofs.run(project, packs("2026-11-23"), Map.of());
            double any = Double.POSITIVE_INFINITY;
            assertThat(RankRoofs.choose(ranked, null, 0, any, any)).hasSize(2);
            assertThat(RankRoofs.choose(ranked, null, 0, 30, any))
                    .as("36 m apart")
                    .hasSize(1);
            assertThat(RankRoofs.choose(ranked, null, 0, any, 100))
                    .as("the better one is too powerful and passed over")
                    .extracting(r -> r.record().building().id())
                    .containsExactly("a-mairie");
            assertThat(RankRoofs.choose(ranked, "id = 'a-mairie'", 0, any, any)).hasSize(1);
            RankRoofs.Cluster group = RankRoofs.cluster(ranked);
            assertThat(group.netPresentValueEur())
                    .isCloseTo(
                            project.records().stream()
                                    .filter(r -> r.building().publicOwner())
                                    .mapToDouble(r -> (Double) Attribute.VAN.valueOf(r))
                                    .sum(),
                            within(0.01));
        }
    }

    @Test
    void leavesOutOfTheRankingWhatNobodyHasEvaluated() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            List<RankRoofs.Ranked> bare = RankRoofs.run(project, packs("2026-11-23"), Map.of());
            assertThat(RankRoofs.leftOut(bare))
                    .containsExactlyInAnyOrder(Score.Criterion.CONSTRAINTS, Score.Criterion.UNCERTAINTY);
            assertThat(bare.getFirst().points().keySet())
                    .as("the law is read, not an evaluation of it")
                    .contains(Score.Criterion.OBLIGATIONS);
            assertThat(bare.getFirst().points().values().stream()
                            .mapToDouble(d -> d)
                            .sum())
                    .isCloseTo(bare.getFirst().score(), within(1e-9));
            Commits.layer(
                    project,
                    Layer.PROTECTIONS,
                    List.of(feature("m", 5000, 0, 20, Map.of("suptype", "ac1", "role", "generateur"))));
            HeritageRegister.run(project, packs("2026-11-23"), Progress.NONE);
            List<RankRoofs.Ranked> judged = RankRoofs.run(project, packs("2026-11-23"), Map.of());
            assertThat(RankRoofs.leftOut(judged)).containsExactly(Score.Criterion.UNCERTAINTY);
            assertThat(judged.getFirst().points().get(Score.Criterion.CONSTRAINTS))
                    .as("free of any protection")
                    .isPositive();
            Map<Score.Criterion, Double> only = new java.util.EnumMap<>(Score.Criterion.class);
            for (Score.Criterion criterion : Score.Criterion.values()) {
                only.put(criterion, criterion == Score.Criterion.UNCERTAINTY ? 1.0 : 0.0);
            }
            assertThatThrownBy(() -> RankRoofs.run(project, packs("2026-11-23"), only))
                    .isInstanceOf(Failure.class);
        }
    }

    @Test
    void asksOfEachUseWhatTheTextSays() throws Failure {
        Duties duties = Duties.of(packs("2026-11-23").of(fr.heliotoit.rules.PackKind.LAW));
        assertThat(duties.of(false, 500, false, "commercial"))
                .as("private shops too, from 500 m² on")
                .extracting(Duties.Duty::id)
                .containsExactly("existant-500");
        assertThat(duties.of(false, 499.9, false, "commercial")).isEmpty();
        assertThat(duties.of(false, 700, true, "religieux"))
                .as("a church is not in the list")
                .extracting(Duties.Duty::id)
                .containsExactly("dadue-410");
        assertThat(duties.of(false, 700, false, "agricole")).isEmpty();
        assertThat(duties.of(false, 700, true, "inconnu"))
                .as("a public building of unknown use is to be checked")
                .hasSize(2)
                .noneMatch(Duties.Duty::verified);
        assertThat(duties.of(false, 700, false, "inconnu")).isEmpty();
        assertThat(duties.of(true, 10_000, true, ""))
                .extracting(Duties.Duty::id)
                .containsExactly("ombrieres-10000");
        assertThat(duties.of(true, 1500, true, "")).isEmpty();
    }

    @Test
    void callsNoRoofUnfitThatNobodyHasComputed() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            project.saveOutcomes(
                    project.current().orElseThrow(),
                    List.of(),
                    List.of(),
                    Map.of(
                            "a-mairie", new NoFigure(NoFigure.Reason.OUTSIDE_DATA),
                            "b-ecole", new NoFigure(NoFigure.Reason.TOO_DARK)),
                    Progress.NONE);
            for (ObligationEntry entry : ObligationsRegister.run(project, packs("2026-11-23"), false, Progress.NONE)) {
                assertThat(entry.arguments().contains(ObligationEntry.Argument.LITTLE_SUN))
                        .as(entry.id())
                        .isEqualTo(entry.id().equals("b-ecole"));
            }
        }
    }

    @Test
    void proposesZonesThatNameTheirRoofsAndPacks() throws Failure, IOException {
        Path out = folder.resolve("zaer.geojson");
        try (ProjectFile project = SolarTown.make(folder)) {
            Commits.layer(
                    project,
                    Layer.CAR_PARKS,
                    List.of(feature("p", 0, 200, 50, Map.of()), feature("q", 90, 200, 9, Map.of())));
            ZaerProposal.Report report = ZaerProposal.run(project, packs("2026-11-23"), "public = true", 20, out);
            assertThat(report.zones()).as("two roofs 36 m apart share a zone").isEqualTo(2);
            assertThat(report.roofs()).isEqualTo(2);
            assertThat(report.carParks()).isEqualTo(1);
            assertThatThrownBy(
                            () -> ZaerProposal.run(project, packs("2026-11-23"), "public = true", 20, project.path()))
                    .isInstanceOf(Failure.class);
        }
        JsonNode root = new ObjectMapper().readTree(out.toFile());
        assertThat(root.path("paquets").toString()).contains("Obligations solaires");
        assertThat(root.at("/features/0/properties/puissance_kwc").asDouble()).isEqualTo(222);
        double longitude = root.at("/features/0/geometry/coordinates/0/0/0").asDouble();
        assertThat(longitude).isBetween(2.8, 2.85);
    }

    @Test
    void holdsEstimatesAgainstWhatWasMeasuredWithoutChangingThem() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            Commits.layer(
                    project,
                    Layer.INSTALLATIONS,
                    List.of(
                            feature("i1", 5, 5, 2, Map.of("puissance", "36", "production", "28 000")),
                            feature("i2", 900, 900, 2, Map.of("puissance", "9"))));
            InstalledSystems.Report report = InstalledSystems.run(project);
            assertThat(report.systems()).hasSize(1);
            assertThat(report.elsewhere().lines()).isEqualTo(1);
            assertThat(report.systems().getFirst().estimatedKWh()).isCloseTo(36 * 1080 * 0.8, within(1e-6));
            assertThat(report.recalibration().orElseThrow()).isCloseTo(28_000 / (36 * 1080 * 0.8), within(1e-9));
            assertThat(Attribute.EQUIPEMENT.valueOf(project.records().getFirst()))
                    .isEqualTo("registre");
            assertThat(Attribute.EQUIPEMENT.valueOf(project.records().get(1))).isEqualTo("non_detecte");
            assertThat(Attribute.PRODUCTION.valueOf(project.records().getFirst()))
                    .isEqualTo(72 * 1080 * 0.8);
        }
    }

    /** The national register's columns; its lines are of all France, of every source of energy, and mostly without a place. */
    @Test
    void readsTheNationalRegisterWithoutInventingPlacesOrMeasurements() throws Failure, IOException {
        String header = "nominstallation;codeeicresourceobject;codeiris;codeinseecommune;commune;codeepci;epci;"
                + "codedepartement;departement;coderegion;region;dateraccordement;datemiseenservice;postesource;"
                + "tensionraccordement;codefiliere;filiere;technologie;puismaxinstallee;puismaxrac;regime;"
                + "gestionnaire;energieannuelleglissanteinjectee;energieannuelleglissanteproduite;nbinstallations;maxpuis";
        Path register = Files.writeString(
                folder.resolve("registre.csv"),
                String.join(
                        "\n",
                        header,
                        line("Mairie", "62498", "SOLAI", "Solaire", "36", "28000", "", "1"),
                        line("ECOLE JEAN MACE", "62498", "SOLAI", "Solaire", "100", "", "84000", "1"),
                        line(
                                "Agrégation des installations de moins de 36KW",
                                "62498",
                                "SOLAI",
                                "Solaire",
                                "120.5",
                                "90000",
                                "",
                                "31"),
                        line("Confidentiel", "62498", "SOLAI", "Solaire", "50", "45000", "", "1"),
                        line("Éoliennes du Nord", "62498", "EOLIE", "Eolien", "9000", "2E7", "", "3"),
                        line("Mairie", "59350", "SOLAI", "Solaire", "99", "80000", "", "1"),
                        ""));
        try (ProjectFile project = SolarTown.make(folder)) {
            ImportReport imported = ImportBatch.run(
                    project, List.of(register), new ImportOptions(null, "2026-11", null, false), Progress.NONE);
            assertThat(project.layer(Layer.INSTALLATIONS))
                    .as("%s", imported.findings())
                    .hasSize(4);
            assertThat(imported.findings()).anyMatch(f -> f.code().equals("OTHER_INSTALLATIONS"));
            InstalledSystems.Report report = InstalledSystems.run(project);
            assertThat(report.systems())
                    .extracting(s -> s.record().building().id())
                    .containsExactly("a-mairie", "b-ecole");
            InstalledSystems.Installed hall = report.systems().getFirst();
            assertThat(hall.kWp()).isEqualTo(36);
            assertThat(hall.injected()).as("only what went into the grid").isTrue();
            assertThat(hall.ratio()).isEmpty();
            assertThat(report.recalibration().orElseThrow()).isCloseTo(84_000 / (100 * 1080 * 0.8), within(1e-9));
            assertThat(report.elsewhere()).isEqualTo(new InstalledSystems.Elsewhere(2, 32, 170.5));
            double estimate = 72 * 1080 * 0.8;
            assertThat(Attribute.PRODUCTION_RECALEE.valueOf(project.records().getFirst()))
                    .isEqualTo(estimate * report.recalibration().orElseThrow());
            assertThat(Attribute.MESURE.valueOf(project.records().getFirst())).isNull();
            assertThat(project.citations(Attribute.PRODUCTION_RECALEE))
                    .singleElement()
                    .asString()
                    .contains("registre des installations importé le", "0,97 sur 1 installation");
        }
    }

    private static String line(String name, String commune, String code, String source, String... figures) {
        return String.join(
                ";",
                name,
                "",
                "",
                commune,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "2019-05-06",
                "",
                "",
                code,
                source,
                "Photovoltaïque",
                figures[0],
                "",
                "En service",
                "Enedis",
                figures[1],
                figures[2],
                figures[3],
                "");
    }

    @Test
    void comparesNoWholeRoofWithASystemOfUnknownPower() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            Commits.layer(
                    project,
                    Layer.INSTALLATIONS,
                    List.of(
                            feature("i1", 5, 5, 2, Map.of("puissance", "36", "production", "28 000")),
                            feature("i2", 65, 5, 2, Map.of("production", "9 000"))));
            InstalledSystems.Report report = InstalledSystems.run(project);
            assertThat(report.systems()).hasSize(2);
            assertThat(report.compared()).isEqualTo(1);
            assertThat(report.recalibration().orElseThrow()).isCloseTo(28_000 / (36 * 1080 * 0.8), within(1e-9));
        }
    }

    @Test
    void keepsTheRegisterWhenTheWeatherFileHasBeenMoved() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            Commits.layer(project, Layer.CAR_PARKS, List.of(feature("p-grand", 0, 200, 110, Map.of("public", "true"))));
            Files.delete(folder.resolve("meteo.epw"));
            assertThat(ObligationsRegister.run(project, packs("2026-11-23"), false, Progress.NONE))
                    .filteredOn(ObligationEntry::carPark)
                    .singleElement()
                    .matches(e -> e.canopyKWp() == null && e.first().isPresent());
        }
    }

    @Test
    void sharesTheProductionOfRoofsAmongBuildings() throws Failure, IOException {
        try (ProjectFile project = SolarTown.make(folder)) {
            for (Sharing.Keys keys : Sharing.Keys.values()) {
                SharePower.Report report = SharePower.run(
                        project, null, packs("2026-11-23"), "id = 'b-ecole'", "public = true", keys, false);
                assertThat(report.result().parts()).hasSize(2);
                assertThat(report.result().productionKWh()).isCloseTo(150 * 1080 * 0.8, within(1.0));
                assertThat(report.result().sharedKWh() + report.result().surplusKWh())
                        .isCloseTo(report.result().productionKWh(), within(1e-6));
                assertThat(report.tooWide()).isFalse();
            }
            assertThatThrownBy(() -> SharePower.run(
                            project,
                            null,
                            packs("2026-11-23"),
                            "id = 'personne'",
                            "public = true",
                            Sharing.Keys.DYNAMIC,
                            false))
                    .isInstanceOf(Failure.class);
        }
    }

    @Test
    void explainsALawOnceAlsoWhenItIsCertainForOneUseAndDoubtfulForAnother() throws Failure {
        Duties law = Duties.of(DataPacks.load(LocalDate.parse("2026-11-23")).of(PackKind.LAW));
        List<ObligationEntry> entries = Stream.of("inconnu", "public", "inconnu")
                .map(usage -> new ObligationEntry(
                        usage,
                        null,
                        false,
                        600,
                        law.of(false, 600, true, usage),
                        100,
                        ObligationEntry.Status.DUE,
                        List.of(),
                        null,
                        null))
                .toList();
        assertThat(entries.getFirst().duties()).noneMatch(Duties.Duty::verified);
        assertThat(ObligationEntry.duties(entries))
                .extracting(Duties.Duty::id, Duties.Duty::verified)
                .containsExactly(tuple("existant-500", true), tuple("dadue-410", false));
        assertThat(law.duties())
                .allSatisfy(duty -> assertThat(duty.title().fr()).isNotEqualTo(duty.id()));
    }
}
