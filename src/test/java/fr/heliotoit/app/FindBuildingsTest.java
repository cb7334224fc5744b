package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.io.Ecql;
import fr.heliotoit.store.Commits;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** The indexes of the file answer as the buildings themselves do. */
class FindBuildingsTest {
    @TempDir
    private static Path folder;

    private static ProjectFile project;

    @BeforeAll
    static void town() throws Failure {
        project = ProjectFile.create(
                folder.resolve("p.gpkg"),
                new ProjectInfo(new Commune("62498", "Lens", null, null), Crs.LAMBERT_93, false));
        Random random = new Random(3);
        List<Building> buildings = new ArrayList<>();
        Map<String, Outcome> outcomes = new HashMap<>();
        for (int i = 0; i < 400; i++) {
            String id = "b" + (1000 + i);
            double x = 687_000 + 30 * (i % 20);
            double y = 7_037_000 + 30 * Math.floorDiv(i, 20);
            buildings.add(new Building(
                    id,
                    new GeometryFactory().toGeometry(new Envelope(x, x + 10 + i % 7, y, y + 12)),
                    i % 5 == 0 ? "École n° " + i : null,
                    i % 3 == 0 ? null : i + ", rue de l'Église",
                    null,
                    Usage.values()[i % Usage.values().length],
                    i % 11 == 0,
                    i % 4 == 0 ? null : 3.0 + i % 6));
            if (i % 6 != 0) {
                double irradiation = 800 + random.nextInt(500);
                outcomes.put(
                        id,
                        new SolarPotential(
                                irradiation,
                                List.of(),
                                140,
                                40 + random.nextInt(80),
                                i % 13 == 0 ? 0 : 9 + i % 5,
                                irradiation * 9,
                                List.of(),
                                1 + i % 7,
                                i % 9 == 0 ? Double.NaN : 30,
                                i % 9 == 0 ? Double.NaN : 10.0 * (i % 36),
                                SolarPotential.Method.SURFACE_MODEL));
            } else {
                outcomes.put(id, new NoFigure(NoFigure.Reason.NO_DATA));
            }
        }
        Commits.buildings(project, "2026-03", List.of(), buildings);
        project.saveOutcomes(project.current().orElseThrow(), List.of(), List.of(), outcomes, Progress.NONE);
    }

    @AfterAll
    static void close() {
        project.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usage = 'public' AND surface > 100",
                "surface >= 80 OR public = true",
                "NOT (surface > 60)",
                "NOT (hauteur < 5 AND public = false)",
                "hauteur IS NULL",
                "orientation IS NOT NULL AND classe = 3",
                "orientation BETWEEN 90 AND 270",
                "orientation NOT BETWEEN 90 AND 270",
                "productible > 600",
                "productible IS NULL",
                "raison = 'sans_donnee'",
                "raison <> 'sans_donnee'",
                "nom = 'École n° 10'",
                "nom = 'ecole n° 10'",
                "nom LIKE 'École%' AND surface > 50",
                "nom ILIKE '%ecole%' OR hauteur > 6",
                "usage IN ('public', 'sportif') AND classe >= 4",
                "100 < surface",
                "surface * 2 > 150 AND classe > 2",
                "BBOX(geom, 687100, 7037100, 687200, 7037200)",
                "INTERSECTS(geom, POLYGON ((687000 7037000, 687200 7037000, 687000 7037200, 687000 7037000))) AND"
                        + " surface > 50",
                "NOT INTERSECTS(geom, POLYGON ((687000 7037000, 687200 7037000, 687000 7037200, 687000 7037000)))",
                "DISJOINT(geom, POLYGON ((687000 7037000, 687200 7037000, 687000 7037200, 687000 7037000)))",
                "DWITHIN(geom, POINT (687100 7037100), 50, meters)",
                "BEYOND(geom, POINT (687100 7037100), 50, meters)",
                "WITHIN(geom, POLYGON ((687000 7037000, 687200 7037000, 687000 7037200, 687000 7037000)))",
                "emprise = 120",
                "classe <> 3",
                "id = 'b1010' OR id = 'b1399'",
                "INCLUDE",
                "EXCLUDE"
            })
    void theFileAnswersAsTheBuildingsDo(String ecql) throws Failure {
        List<String> expected = ids(FindBuildings.run(project.records(), ecql));
        FindBuildings.Answer answer = FindBuildings.run(project, ecql, null, Integer.MAX_VALUE);
        assertThat(ids(answer.listed())).isEqualTo(expected);
        assertThat(answer.found()).isEqualTo(expected.size());
        for (@Nullable
        String order :
                Stream.of("production", "-surface", "hauteur", "-nom", "public").toList()) {
            List<BuildingRecord> sorted = FindBuildings.sorted(FindBuildings.run(project.records(), ecql), order);
            assertThat(ids(FindBuildings.run(project, ecql, order, 7).listed()))
                    .isEqualTo(ids(sorted.stream().limit(7).toList()));
        }
    }

    /** These are answered by the indexes alone; the others are at least narrowed by them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "usage = 'public' AND surface > 100 | true",
                "NOT (surface > 60) OR hauteur IS NULL | true",
                "orientation BETWEEN 90 AND 270 | true",
                "nom ILIKE '%ecole%' AND surface > 50 | false",
                "BBOX(geom, 687100, 7037100, 687200, 7037200) | false"
            })
    void whatTheIndexesCanAnswerIsLeftToThem(String ecql, boolean exact) throws Failure {
        Ecql.Query query = Ecql.parse(ecql);
        assertThat(query.exact()).isEqualTo(exact);
        assertThat(project.find(query.question(), null, false, Integer.MAX_VALUE)
                        .count())
                .isLessThan(project.count());
    }

    @Test
    void theCountIsOfAllThoughOnlySomeAreListed() throws Failure {
        FindBuildings.Answer answer = FindBuildings.run(project, "surface > 50", "-surface", 3);
        assertThat(answer.listed()).hasSize(3);
        assertThat(answer.found())
                .isEqualTo(FindBuildings.run(project.records(), "surface > 50").size());
    }

    private static List<String> ids(List<BuildingRecord> records) {
        return records.stream().map(r -> r.building().id()).toList();
    }
}
