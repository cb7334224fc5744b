package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.Shared;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;

class HeritageTest {
    private static LayerFeature feature(String id, double dx, double side, Map<String, String> values) {
        return new LayerFeature(id, null, SolarTown.square(dx, 0, side), new TreeMap<>(values));
    }

    private static List<String> on(double dx, LayerFeature... protections) {
        return new Heritage(List.of(protections), 500)
                .on(SolarTown.square(dx, 0, 10)).stream()
                        .map(n -> n.feature().id())
                        .toList();
    }

    /** The State's files of Corse-du-Sud: 104 monuments, each with itself as a perimeter, and 102 circles. */
    @Test
    void readsTheMonumentsAndPerimetersOfTheStatesFiles(@TempDir Path folder) throws Failure {
        Path sup = Shared.path("data/france/sup-ac1-2A");
        try (ProjectFile project = ProjectFile.create(
                folder.resolve("p.gpkg"),
                new ProjectInfo(new Commune("2A041", "Bonifacio", null, null), Crs.LAMBERT_93, true))) {
            ImportBatch.run(
                    project,
                    List.of(sup.resolve("AC1_GENERATEUR_SUP_S.shp"), sup.resolve("AC1_ASSIETTE_SUP_S.shp")),
                    new ImportOptions(null, "2018-01", null, false),
                    Progress.NONE);
            List<LayerFeature> all = project.layer(Layer.PROTECTIONS);
            assertThat(all).hasSize(310);
            assertThat(all.stream().filter(Heritage::monument)).hasSize(104);
            assertThat(all).allMatch(p -> Heritage.kind(p).equals("AC1"));
            LayerFeature dominic = all.stream()
                    .filter(p -> Heritage.monument(p) && Heritage.words(p).contains("Dominique"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Heritage.words(dominic)).isEqualTo("AC1 – Eglise Saint Dominique");
            Geometry beside = SolarTown.square(0, 0, 10);
            Geometry place = dominic.geometry().getInteriorPoint().buffer(5);
            assertThat(new Heritage(all, 500).on(beside)).as("near Lens").isEmpty();
            assertThat(new Heritage(all, 500)
                            .on(place).stream()
                                    .filter(n -> n.distanceM() == 0)
                                    .map(n -> Heritage.monument(n.feature()))
                                    .collect(Collectors.toSet()))
                    .as("the monument itself and its perimeters")
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void takesTheDrawnSurroundingsInPlaceOfTheCircle() {
        LayerFeature church = feature("eglise", 0, 20, Map.of("suptype", "ac1", "role", "generateur"));
        LayerFeature drawn = feature("pda", -50, 200, Map.of("type", "PDA", "role", "assiette"));
        assertThat(on(300, church)).as("within 500 m").containsExactly("eglise");
        assertThat(on(600, church)).isEmpty();
        assertThat(on(300, church, drawn)).as("outside the PDA").isEmpty();
        assertThat(on(100, church, drawn)).containsExactly("pda");
        LayerFeature named =
                feature("acte", 2000, 50, Map.of("typeass", "Périmètre délimité des abords", "idgen", "G1"));
        LayerFeature far = feature("tour", 0, 20, Map.of("typegen", "Monument", "idgen", "G1", "idsup", "AC1-1-1"));
        assertThat(on(300, far, named)).as("a PDA that names the monument").isEmpty();
    }

    @Test
    void countsAPerimeterOnlyFromInsideAndNamesEveryKind() {
        LayerFeature unesco = feature("bassin", 0, 300, Map.of("type", "UNESCO", "role", "assiette"));
        LayerFeature site = feature("spr", 0, 300, Map.of("type", "SPR", "role", "assiette"));
        LayerFeature circle = feature("cercle", 0, 300, Map.of("typeass", "Périmètre de protection", "idgen", "AC1-7"));
        assertThat(on(100, unesco, site, circle)).containsExactlyInAnyOrder("bassin", "spr", "cercle");
        assertThat(on(400, unesco, site, circle))
                .as("100 m outside of a perimeter is outside")
                .isEmpty();
        assertThat(List.of(unesco, site, circle)).noneMatch(Heritage::monument);
        assertThat(Heritage.kind(circle)).isEqualTo("AC1");
    }
}
