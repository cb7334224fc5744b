package fr.heliotoit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.LensProject;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.ProjectStatus;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.cadastre.Survey;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class HistoryTest extends LensProject {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final List<Snapshot.Source> MAJIC = List.of(new Snapshot.Source("buildings", "toits.shp", "ab"));

    private static Geometry square(double x) {
        return FACTORY.toGeometry(new Envelope(x, x + 12, 7_037_000, 7_037_012));
    }

    private static Building building(String id, double x) {
        return new Building(id, square(x), null, null, null, Usage.PUBLIC, true, 7.5);
    }

    private Snapshot buildings(String vintage, Building... buildings) throws Failure {
        return Commits.buildings(project, vintage, MAJIC, List.of(buildings));
    }

    private void compute(String... ids) throws Failure {
        Map<String, Outcome> outcomes = new HashMap<>();
        List<RoofPlane> planes = new java.util.ArrayList<>();
        for (String id : ids) {
            outcomes.put(
                    id,
                    new SolarPotential(
                            1080,
                            Collections.nCopies(12, 90.0),
                            150,
                            100,
                            22,
                            19000,
                            Collections.nCopies(12, 19000 / 12.0),
                            5,
                            30,
                            180,
                            SolarPotential.Method.SURFACE_MODEL));
            planes.add(new RoofPlane(id + "-1", id, square(687_000), 30, 180, 166, 0.04, 0.97));
        }
        project.saveOutcomes(
                project.current().orElseThrow(),
                List.of(new Snapshot.Source("surface-model", "mns.tif", "cd")),
                planes,
                outcomes,
                Progress.NONE);
    }

    private static final Map<Attribute, Object> MONEY = Map.of(Attribute.VAN, 1200.0);

    private void evaluate(Set<Attribute> attributes, Map<String, Map<Attribute, Object>> values) throws Failure {
        project.saveEvaluations(project.current().orElseThrow(), attributes, values, List.of("paquet 2026"));
    }

    private Outcome outcome(String id) throws Failure {
        return record(id).outcome();
    }

    private BuildingRecord record(String id) throws Failure {
        return project.records().stream()
                .filter(r -> r.building().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBuildingThatHasChangedIsToBeComputedAgainAndANewOneIsNotComputed() throws Exception {
        buildings("2025-01", building("A", 687_000), building("B", 687_100));
        compute("A", "B");
        buildings("2026-01", building("A", 687_000), building("B", 687_103), building("C", 687_200));
        assertThat(outcome("A")).isInstanceOf(SolarPotential.class);
        assertThat(outcome("B")).isEqualTo(new NoFigure(NoFigure.Reason.TO_RECOMPUTE));
        assertThat(outcome("C")).isEqualTo(new NoFigure(NoFigure.Reason.NOT_COMPUTED));
        // Another update that leaves it where it is does not forget that.
        buildings("2026-06", building("A", 687_000), building("B", 687_103), building("C", 687_200));
        assertThat(outcome("B")).isEqualTo(new NoFigure(NoFigure.Reason.TO_RECOMPUTE));
    }

    @Test
    void aBuildingWithAnotherIdKeepsFiguresPlanesAndEvaluation() throws Exception {
        buildings("2025-01", building("A", 687_000), building("B", 687_100));
        compute("A", "B");
        evaluate(Set.of(Attribute.VAN), Map.of("A", MONEY, "B", MONEY));
        buildings("2026-01", building("RNB-A", 687_000), building("B", 687_100));
        assertThat(outcome("RNB-A"))
                .isInstanceOfSatisfying(
                        SolarPotential.class,
                        p -> assertThat(p.monthlyIrradiationKWhM2()).hasSize(12));
        assertThat(record("RNB-A").planes())
                .singleElement()
                .satisfies(p -> assertThat(p.id()).isEqualTo("RNB-A-1"))
                .satisfies(p -> assertThat(p.buildingId()).isEqualTo("RNB-A"));
        assertThat(record("RNB-A").evaluation()).isEqualTo(MONEY);
        project.undo(project.head());
        assertThat(record("A").planes())
                .singleElement()
                .satisfies(p -> assertThat(p.id()).isEqualTo("A-1"));
        assertThat(record("B").evaluation()).isEqualTo(MONEY);
    }

    @Test
    void evaluationsStayWithWhatHasNotChanged() throws Exception {
        buildings("2025-01", building("A", 687_000), building("B", 687_100));
        compute("A", "B");
        evaluate(
                Set.of(Attribute.VAN, Attribute.PROTECTION),
                Map.of("A", Map.of(Attribute.VAN, 1200.0, Attribute.PROTECTION, "AC1"), "B", MONEY));
        Commits.layer(project, Layer.ADDRESSES, List.of(new LayerFeature("1", "1 rue Basse", null, new TreeMap<>())));
        assertThat(record("A").evaluation()).hasSize(2);
        buildings("2026-01", building("A", 687_000), building("B", 687_103));
        // What is not protected is not written: of B nobody knows it now, so that nothing is said of anybody.
        assertThat(record("A").evaluation()).isEqualTo(MONEY);
        assertThat(record("B").evaluation()).isEmpty();
        assertThat(project.citations(Attribute.VAN)).containsExactly("paquet 2026");
        assertThat(project.citations(Attribute.PROTECTION)).isEmpty();
        Commits.input(project, new InputFile(InputFile.Kind.SURFACE_MODEL, "mns.tif", "ab", null));
        assertThat(record("A").evaluation()).isEmpty();
    }

    @Test
    void aNewRegisterOfSystemsMakesWhatIsReckonedFromItUnknown() throws Exception {
        buildings("2025-01", building("A", 687_000));
        compute("A");
        evaluate(
                Set.of(Attribute.VAN, Attribute.EQUIPEMENT, Attribute.MESURE, Attribute.PRODUCTION_RECALEE),
                Map.of(
                        "A",
                        Map.of(
                                Attribute.VAN,
                                1200.0,
                                Attribute.EQUIPEMENT,
                                "registre",
                                Attribute.MESURE,
                                900.0,
                                Attribute.PRODUCTION_RECALEE,
                                950.0)));
        Commits.layer(project, Layer.INSTALLATIONS, List.of(new LayerFeature("1", "Mairie", null, new TreeMap<>())));
        assertThat(record("A").evaluation()).isEqualTo(MONEY);
    }

    private List<String> ids() throws Failure {
        return project.records().stream().map(r -> r.building().id()).toList();
    }

    @Test
    void anUndoneImportGivesBackTheBuildingsWithTheirFigures() throws Failure {
        buildings("2024-06", building("a", 687_000), building("b", 687_100));
        compute("a", "b");
        Snapshot update = buildings("2026-03", building("c", 687_300));
        project.undo(update.id());
        assertThat(ids()).containsExactly("a", "b");
        assertThat(project.current().orElseThrow().vintage()).isEqualTo("2024-06");
        assertThat(project.current().orElseThrow().sources()).isEqualTo(MAJIC);
        BuildingRecord a = project.records().getFirst();
        assertThat(a.outcome()).isInstanceOf(SolarPotential.class);
        assertThat(a.planes()).hasSize(1);
        assertThat(project.computationSources())
                .extracting(Snapshot.Source::name)
                .containsExactly("mns.tif");
        assertThat(project.records(update.id()))
                .extracting(r -> r.building().id())
                .containsExactly("c");
    }

    @Test
    void anUndoneUndoBringsTheImportBack() throws Failure {
        buildings("2024-06", building("a", 687_000));
        Snapshot update = buildings("2026-03", building("c", 687_300));
        Snapshot undo = project.undo(update.id());
        project.undo(undo.id());
        assertThat(ids()).containsExactly("c");
        assertThat(project.history())
                .extracting(HistoryEntry::undone)
                .containsExactly(null, null, update.id(), undo.id());
    }

    @Test
    void anOldImportIsUndoneWithLaterOnesOfTheSameContentOnly() throws Failure {
        buildings("2024-06", building("a", 687_000));
        Snapshot second = buildings("2025-01", building("b", 687_000));
        Commits.layer(project, Layer.ADDRESSES, List.of(address("1 rue Verte")));
        buildings("2026-03", building("c", 687_300));
        project.undo(second.id());
        assertThat(ids()).containsExactly("a");
        assertThat(project.layer(Layer.ADDRESSES)).hasSize(1);
    }

    @Test
    void theFirstImportCanBeUndoneToAnEmptyProject() throws Failure {
        Snapshot first = buildings("2024-06", building("a", 687_000));
        project.undo(first.id());
        assertThat(project.records()).isEmpty();
        assertThat(project.current()).isEmpty();
    }

    @Test
    void whatCannotBeUndoneIsSaid() throws Failure {
        Snapshot first = buildings("2024-06", building("a", 687_000));
        project.undo(first.id());
        assertThatThrownBy(() -> project.undo(first.id()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("plus en place");
        assertThatThrownBy(() -> project.undo(77))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("77")
                .hasMessageContaining("1, 2");
    }

    @Test
    void buildingsThatDidNotMoveKeepTheirFiguresInAnUpdate() throws Failure {
        buildings("2024-06", building("a", 687_000), building("b", 687_100));
        compute("a", "b");
        buildings("2026-03", building("a", 687_000), building("b", 687_105), building("c", 687_300));
        List<BuildingRecord> records = project.records();
        assertThat(records.get(0).outcome()).isInstanceOf(SolarPotential.class);
        assertThat(records.get(0).planes()).hasSize(1);
        assertThat(records.get(0).vintage()).isEqualTo("2026-03");
        assertThat(((SolarPotential) records.get(0).outcome()).monthlyIrradiationKWhM2())
                .hasSize(12);
        assertThat(records.get(1).outcome()).isEqualTo(new NoFigure(NoFigure.Reason.TO_RECOMPUTE));
        assertThat(records.get(1).planes()).isEmpty();
        assertThat(project.computationSources()).hasSize(1);
    }

    @Test
    void anImportThatOthersHaveOvertakenWritesNothing() throws Failure {
        ImportCommit late = Commits.of(project, "2026-03", MAJIC, List.of(building("late", 687_000)));
        buildings("2026-02", building("first", 687_100));
        assertThatThrownBy(() -> project.commit(late, Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Quelqu'un d'autre");
        assertThat(ids()).containsExactly("first");
    }

    @Test
    void answersThatAnOlderVersionKeptUnderTheWordsOfTheirQuestionsAreFoundByTheirIds() throws Failure {
        buildings("2024-06", building("a", 687_000));
        project.saveFile(new BuildingFile(
                "a",
                ProjectStatus.VISIT,
                "",
                new TreeMap<>(Map.of(
                        "Covering, kind", "slates",
                        "Consommation annuelle (kWh)", "12 000",
                        "charpente_nature", "bois",
                        "Charpente, nature", "métal")),
                new TreeMap<>()));
        assertThat(project.file("a").survey())
                .containsOnly(
                        Map.entry("couverture_nature", "slates"),
                        Map.entry(Survey.CONSUMPTION, "12 000"),
                        Map.entry("charpente_nature", "bois"));
    }

    @Test
    void whatStaffWroteSurvivesUpdateNewIdentifierAndUndo() throws Failure {
        buildings("2024-06", building("a", 687_000));
        BuildingFile written = new BuildingFile(
                "a",
                ProjectStatus.VISIT,
                "Charpente à vérifier",
                new TreeMap<>(Map.of("couverture", "tuiles")),
                new TreeMap<>(Map.of(2025, 19_200.0)));
        project.saveFile(written);
        Snapshot update = buildings("2026-03", building("other-id", 687_001));
        BuildingFile after = project.file("other-id");
        assertThat(after.notes()).isEqualTo("Charpente à vérifier");
        assertThat(after.status()).isEqualTo(ProjectStatus.VISIT);
        assertThat(after.survey()).containsEntry("couverture", "tuiles");
        assertThat(after.measuredKWh()).containsEntry(2025, 19_200.0);
        project.saveFile(
                new BuildingFile("other-id", ProjectStatus.COUNCIL, "Votée", new TreeMap<>(), new TreeMap<>()));
        project.undo(update.id());
        assertThat(project.file("a").notes()).isEqualTo("Votée");
        project.saveFile(BuildingFile.empty("a"));
        assertThat(project.file("other-id").isEmpty()).isTrue();
        assertThat(project.files()).isEmpty();
    }

    /** A wrong import names buildings after one another; it is undone, and the right one does the same otherwise. */
    @Test
    void anImportThatWasUndoneJoinsNobodysFiles() throws Failure {
        buildings("2024-06", building("A", 687_000), building("B", 687_100), building("C", 687_200));
        for (String id : List.of("A", "B", "C")) {
            project.saveFile(note(id, "note de " + id));
        }
        Snapshot wrong = buildings("2025-01", building("1", 687_000), building("2", 687_100), building("3", 687_200));
        assertThat(project.file("2").notes()).isEqualTo("note de B");
        project.undo(wrong.id());
        buildings("2026-01", building("2", 687_000), building("3", 687_100), building("1", 687_200));
        assertThat(project.file("2").notes()).isEqualTo("note de A");
        assertThat(project.file("3").notes()).isEqualTo("note de B");
        assertThat(project.file("1").notes()).isEqualTo("note de C");
        project.saveFile(note("1", "nouvelle note"));
        assertThat(project.files().values())
                .extracting(BuildingFile::notes)
                .containsExactlyInAnyOrder("note de A", "note de B", "nouvelle note");
    }

    private static BuildingFile note(String id, String words) {
        return new BuildingFile(id, ProjectStatus.NONE, words, new TreeMap<>(), new TreeMap<>());
    }

    private static LayerFeature address(String line) {
        return new LayerFeature(
                line,
                line,
                FACTORY.createPoint(new Coordinate(687_000.5, 7_037_001)),
                new TreeMap<>(Map.of("parcelle", "62498000AB0001", "n", "l'œuf \"dur\"")));
    }

    @Test
    void layersAreReadAsTheyWereWrittenAndUndoneApart() throws Failure {
        buildings("2024-06", building("a", 687_000));
        LayerFeature nowhere = new LayerFeature("x", null, null, new TreeMap<>());
        Commits.layer(project, Layer.ADDRESSES, List.of(address("1 rue Verte"), nowhere));
        Snapshot second = Commits.layer(project, Layer.ADDRESSES, List.of(address("2 rue Verte")));
        assertThat(project.current().orElseThrow().vintage()).isEqualTo("2024-06");
        assertThat(project.layer(Layer.ADDRESSES)).containsExactly(address("2 rue Verte"));
        project.undo(second.id());
        assertThat(project.layer(Layer.ADDRESSES)).containsExactly(address("1 rue Verte"), nowhere);
        assertThat(project.current().orElseThrow().sources())
                .extracting(Snapshot.Source::name)
                .containsExactly("adresses.geojson", "toits.shp");
        assertThat(ids()).containsExactly("a");
    }

    @Test
    void rastersComeBackWithAnUndoAndMayBeTiles() throws Failure {
        InputFile old = new InputFile(InputFile.Kind.SURFACE_MODEL, "2020.tif", "aa", null);
        InputFile west = new InputFile(InputFile.Kind.SURFACE_MODEL, "ouest.tif", "bb", null);
        InputFile east = new InputFile(InputFile.Kind.SURFACE_MODEL, "est.tif", "cc", "EPSG:2154");
        Commits.input(project, old);
        Snapshot tiles = Commits.input(project, west, east);
        assertThat(project.inputs()).containsExactly(west, east);
        project.undo(tiles.id());
        assertThat(project.inputs()).containsExactly(old);
    }
}
