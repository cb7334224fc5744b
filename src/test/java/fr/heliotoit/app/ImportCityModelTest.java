package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.Shared;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** City models in CityJSON: buildings with footprints, and the roof planes that the model names. */
class ImportCityModelTest {
    /** A house of 6 m by 8 m with a gable roof, ridge north-south, eaves at 3 m, ridge at 6 m; its roof falls west and east by 45°. */
    private static final String HOUSE = """
            {"type":"Building","attributes":{"nom":"École","proprietaire":"M. X"},"geometry":[{"type":"Solid","lod":"2",
            "boundaries":[[[[0,1,2,3]],[[4,5,9,8]],[[8,9,6,7]],[[0,3,5,4]],[[2,1,7,6]],[[1,0,4,8,7]],[[3,2,6,9,5]]]],
            "semantics":{"surfaces":[{"type":"GroundSurface"},{"type":"RoofSurface"},{"type":"WallSurface"}],
            "values":[[0,1,1,2,2,2,2]]}}]}""";

    private static final String VERTICES = """
            [[0,0,0],[6000,0,0],[6000,8000,0],[0,8000,0],[0,0,3000],[0,8000,3000],[6000,8000,3000],[6000,0,3000],
            [3000,0,6000],[3000,8000,6000]]""";

    private static final String TRANSFORM = "{\"scale\":[0.001,0.001,0.001],\"translate\":[683000,7060000,40]}";
    private static final String LAMBERT = "{\"referenceSystem\":\"https://www.opengis.net/def/crs/EPSG/0/2154\"}";

    @TempDir
    private Path folder;

    private ImportReport load(
            String crs, @Nullable ImportKind kind, Path file, List<Building> buildings, List<LayerFeature> planes)
            throws Failure {
        try (ProjectFile project = ProjectFile.create(
                folder.resolve("p.gpkg"),
                new ProjectInfo(new Commune(null, "Ville", null, null), new Crs(crs), true))) {
            ImportReport report = ImportBatch.run(
                    project, List.of(file), new ImportOptions(null, "2024-06", kind, false), Progress.NONE);
            project.records().forEach(r -> buildings.add(r.building()));
            planes.addAll(project.layer(Layer.PLANES));
            return report;
        }
    }

    private Path model(String name, String version, String metadata, String objects, String vertices)
            throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "{\"type\":\"CityJSON\",\"version\":\"" + version + "\",\"metadata\":" + metadata + ",\"transform\":"
                        + TRANSFORM + ",\"CityObjects\":{" + objects + "},\"vertices\":" + vertices + "}");
    }

    private static List<String> codes(ImportReport report) {
        return report.findings().stream().map(Finding::code).distinct().toList();
    }

    @Test
    void ofAModelOnlyTheRoofPlanesCanBeTaken() throws Exception {
        List<Building> buildings = new ArrayList<>();
        List<LayerFeature> planes = new ArrayList<>();
        ImportReport report = load(
                "EPSG:2154",
                ImportKind.PLANES,
                model("m.city.json", "2.0", LAMBERT, "\"h\":" + HOUSE, VERTICES),
                buildings,
                planes);
        assertThat(buildings).isEmpty();
        assertThat(planes)
                .hasSize(2)
                .allMatch(p -> "45.0".startsWith(p.values().get("inclinaison").substring(0, 2)));
        assertThat(report.read()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1.0", "1.1", "2.0"})
    void aHouseGetsItsFootprintItsEavesAndTheTwoSidesOfItsRoof(String version) throws Exception {
        List<Building> buildings = new ArrayList<>();
        List<LayerFeature> planes = new ArrayList<>();
        ImportReport report = load(
                "EPSG:2154",
                null,
                model("m.city.json", version, LAMBERT, "\"h\":" + HOUSE, VERTICES),
                buildings,
                planes);
        assertThat(buildings).singleElement().satisfies(b -> {
            assertThat(b.id()).isEqualTo("h");
            assertThat(b.name()).isEqualTo("École");
            assertThat(b.footprintM2()).isCloseTo(48, within(1e-6));
            assertThat(b.heightM()).isEqualTo(3.0);
        });
        assertThat(codes(report)).contains("PERSONAL_DATA", "PLANES");
        assertThat(planes).hasSize(2);
        // Grid north leans east of true north by 0.2° here: Lambert-93, 2.76° E.
        double convergence = Crs.LAMBERT_93.convergenceDeg(683_000, 7_060_000);
        assertThat(planes.stream()
                        .map(p -> Double.parseDouble(String.valueOf(p.values().get("orientation")))))
                .satisfiesExactlyInAnyOrder(
                        a -> assertThat(a).isCloseTo((90 + convergence + 360) % 360, within(0.02)),
                        a -> assertThat(a).isCloseTo((270 + convergence + 360) % 360, within(0.02)));
        assertThat(planes).allSatisfy(p -> {
            assertThat(p.values()).containsEntry("batiment", "h").containsEntry("inclinaison", "45.00");
            assertThat(Double.parseDouble(String.valueOf(p.values().get("surface_m2"))))
                    .isCloseTo(8 * Math.hypot(3, 3), within(0.01));
        });
    }

    @Test
    void aPartBelongsToItsBuildingAndOtherObjectsAreCounted() throws Exception {
        String objects = "\"b\":{\"type\":\"Building\",\"children\":[\"h\"],\"attributes\":{\"nom\":\"Mairie\"}},\"h\":"
                + HOUSE.replace("\"Building\",", "\"BuildingPart\",\"parents\":[\"b\"],")
                + ",\"r\":{\"type\":\"Road\"},\"t\":{\"type\":\"Building\",\"geometry\":[{\"type\":\"GeometryInstance\","
                + "\"template\":0,\"boundaries\":[0]}]}";
        List<Building> buildings = new ArrayList<>();
        ImportReport report = load(
                "EPSG:2154", null, model("m.json", "2.0", LAMBERT, objects, VERTICES), buildings, new ArrayList<>());
        assertThat(buildings).singleElement().satisfies(b -> {
            assertThat(b.id()).isEqualTo("b");
            assertThat(b.name()).isEqualTo("Mairie");
        });
        assertThat(report.read()).isEqualTo(2);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(codes(report)).contains("OBJECTS_IGNORED", "GEOM_UNREADABLE");
    }

    @Test
    void aVertexThatDoesNotExistRefusesItsBuildingOnly() throws Exception {
        String bad = HOUSE.replace("[8,9,6,7]", "[8,9,6,999999999]");
        List<Building> buildings = new ArrayList<>();
        ImportReport report = load(
                "EPSG:2154",
                null,
                model("m.json", "2.0", LAMBERT, "\"bad\":" + bad + ",\"good\":" + HOUSE, VERTICES),
                buildings,
                new ArrayList<>());
        assertThat(buildings).extracting(Building::id).containsExactly("good");
        assertThat(report.refused()).isEqualTo(1);
    }

    @Test
    void withoutARoofOrAGroundTheFootprintIsWhatIsSeenFromAboveAndTheMissingRoofIsTold() throws Exception {
        String bare = HOUSE.replaceAll("(?s),\\s*\"semantics\".*\\]\\]\\}", "");
        List<Building> buildings = new ArrayList<>();
        List<LayerFeature> planes = new ArrayList<>();
        ImportReport report =
                load("EPSG:2154", null, model("m.json", "1.1", LAMBERT, "\"h\":" + bare, VERTICES), buildings, planes);
        assertThat(buildings)
                .singleElement()
                .satisfies(b -> assertThat(b.footprintM2()).isCloseTo(48, within(1e-6)));
        assertThat(planes).isEmpty();
        assertThat(codes(report)).contains("ROOF_NONE");
    }

    @Test
    void aModelWithoutASystemOrOfAnOldVersionIsRefusedWithTheReason() throws Exception {
        assertThatThrownBy(() -> load(
                        "EPSG:2154",
                        null,
                        model("m.json", "2.0", "{}", "\"h\":" + HOUSE, VERTICES),
                        new ArrayList<>(),
                        new ArrayList<>()))
                .isInstanceOf(Failure.class)
                .satisfies(e -> assertThat(((Failure) e).sentence().key()).isEqualTo("app.import.crsMissing"));
        Files.delete(folder.resolve("p.gpkg"));
        assertThatThrownBy(() -> load(
                        "EPSG:2154",
                        null,
                        model("m.json", "0.9", LAMBERT, "\"h\":" + HOUSE, VERTICES),
                        new ArrayList<>(),
                        new ArrayList<>()))
                .isInstanceOf(Failure.class)
                .satisfies(e -> assertThat(((Failure) e).sentence().key()).isEqualTo("io.cityjson.version"));
    }

    /** Real models; the system of the Dutch ones has heights, of which the horizontal part is the project's. */
    @ParameterizedTest
    @CsvSource({
        "cjio/rotterdam_subset.json, EPSG:28992, 16, 40",
        "cjio/delft.json, EPSG:28992, 160, 0",
        "cjseq/3dbag_b2.city.json, EPSG:28992, 2, 10",
        "cjseq/3dbag_b2.city.jsonl, EPSG:28992, 2, 10",
        "cjio/zurich_subset_lod2.json, EPSG:2056, 49, 640",
        "citygml4j/lod2_buildings_v2.json, EPSG:3068, 100, 200"
    })
    void realModelsComeInWhole(String file, String crs, int buildings, int planes) throws Exception {
        List<Building> in = new ArrayList<>();
        List<LayerFeature> roof = new ArrayList<>();
        ImportReport report = load(crs, null, Shared.path("data/citymodel/" + file), in, roof);
        assertThat(report.refused()).isZero();
        assertThat(in).hasSize(buildings);
        assertThat(roof).hasSize(planes);
        // Seen from above, roofs cover their buildings, and reach a little beyond.
        double ground = in.stream().mapToDouble(Building::footprintM2).sum();
        double above = roof.stream()
                .map(LayerFeature::geometry)
                .mapToDouble(g -> g == null ? 0 : g.getArea())
                .sum();
        assertThat(above / ground).isBetween(planes == 0 ? 0 : 0.95, 1.2);
    }
}
