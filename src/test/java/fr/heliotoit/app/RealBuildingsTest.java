package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.Shared;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.io.ColumnProfile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files of French and Swedish producers; counts as OGR 3.6.2 gives them. */
class RealBuildingsTest {
    private static final String FRANCE = "data/france/";
    private static final String KRONENHUSET = "data/dsm/goteborg-kronenhuset/Goteborg_SWEREF99_1200/buildings.shp";

    @TempDir
    Path folder;

    @Test
    void bdTopoVersion3() throws Exception {
        BuildingReader reader = read(FRANCE + "bdtopo-v3-12174/BATIMENT.shp", null, Crs.LAMBERT_93);
        assertThat(reader.read()).isEqualTo(2273);
        Building first = reader.buildings().getFirst();
        assertThat(first.id()).startsWith("BATIMENT");
        assertThat(reader.buildings().stream().filter(b -> b.usage() == Usage.RESIDENTIAL))
                .hasSize(1090);
        assertThat(reader.buildings().stream().filter(b -> b.usage() == Usage.RELIGIOUS))
                .hasSize(2);
        conserved(reader);
    }

    @Test
    void aShapefileWithoutSystemIsAskedFor() throws Exception {
        for (String ending : new String[] {"shp", "shx", "dbf"}) {
            Files.copy(
                    Shared.path(FRANCE + "bdtopo-v3-12174/BATIMENT." + ending), folder.resolve("BATIMENT." + ending));
        }
        Path file = folder.resolve("BATIMENT.shp");
        assertThatThrownBy(() -> read(file, null, Crs.LAMBERT_93))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("BATIMENT.shp")
                .hasMessageContaining("ce pourrait être EPSG:2154");
        assertThat(read(file, Crs.LAMBERT_93, Crs.LAMBERT_93).read()).isEqualTo(2273);
        assertThatThrownBy(() -> read(file, new Crs("EPSG:3950"), Crs.LAMBERT_93))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("EPSG:3950")
                .hasMessageContaining("ce pourrait être EPSG:2154");
    }

    @Test
    void lyonInItsOwnConicIsMovedToLambert93() throws Exception {
        BuildingReader reader = read(FRANCE + "lyon1-buildings/buildings_lyon1.geojson", null, Crs.LAMBERT_93);
        assertThat(reader.read()).isEqualTo(2576);
        assertThat(reader.buildings().getFirst().footprint().getCentroid().getX())
                .isBetween(840_000.0, 844_000.0);
        conserved(reader);
    }

    @Test
    void kronenhusetKeepsItsSystem() throws Exception {
        BuildingReader reader = read(KRONENHUSET, null, new Crs("EPSG:3007"));
        assertThat(reader.read()).isEqualTo(137);
        assertThat(reader.buildings()).hasSize(137);
        assertThat(reader.buildings()).anyMatch(b -> "Börsen".equals(b.name()) && b.publicOwner());
        conserved(reader);
    }

    @ParameterizedTest
    @CsvSource({
        "bdtopo-v2-geoxygene-demo/BATI_INDIFFERENCIE.SHP, 5679, bdtopo-v2, EPSG:2154",
        "bdtopo-perigueux-24322/bd_topo.shp, 14886, generique,",
        "bdtopo-perigueux-24322/bdnb_perigeux8.shp, 10381, bdnb-shp,",
        "cadastre-perigueux-24322/cadastre_perigeux8.shp, 15323, generique,",
        "rnb/sample_bdtopo.shp, 5, bdtopo-v3-shp,",
        "rnb/bdtopo_for_test.gpkg, 6, bdtopo-v3-gpkg,",
        "rnb/sample_rnb.geojson, 11, rnb,",
        "campus-rennes2/Bati_2D.geojson, 97, generique,",
        "bassin-minier-unesco/batis.geojson, 159, generique,"
    })
    void otherProducers(String file, int features, String profile, @Nullable String given) throws Exception {
        BuildingReader reader = read(FRANCE + file, given == null ? null : new Crs(given), Crs.LAMBERT_93);
        assertThat(reader.read()).isEqualTo(features);
        // Without identifiers the same outline twice is one building: 20 of the cadastre of Périgueux are there twice.
        assertThat(reader.buildings()).hasSize(features - reader.ignored());
        assertThat(reader.ignored()).isLessThanOrEqualTo(20);
        assertThat(reader.findings().stream().filter(f -> f.code().equals("DUPLICATE")))
                .hasSize(reader.ignored());
        assertThat(profiles().stream()
                        .filter(p -> p.title().equals(titleSaid(reader)))
                        .map(ColumnProfile::name))
                .containsExactly(profile);
        conserved(reader);
    }

    @Test
    void ownersAreNotKeptAndNamed() throws Exception {
        BuildingReader reader = read(FRANCE + "bassin-minier-unesco/batis.geojson", null, Crs.LAMBERT_93);
        assertThat(reader.findings())
                .filteredOn(f -> f.code().equals("PERSONAL_DATA"))
                .singleElement()
                .satisfies(f -> assertThat(f.message().arguments()).containsExactly("denomination, proprietaire"));
    }

    private static void conserved(BuildingReader reader) {
        assertThat(reader.buildings().size() + reader.refused() + reader.ignored())
                .isEqualTo(reader.read());
        assertThat(reader.findings().stream().filter(f -> f.severity() == Finding.Severity.REFUSED))
                .hasSize(reader.refused());
    }

    private static BuildingReader read(String relative, Crs given, Crs project) throws Exception {
        return read(Shared.path(relative), given, project);
    }

    private static BuildingReader read(Path file, Crs given, Crs project) throws Exception {
        BuildingReader reader =
                new BuildingReader(new ProjectInfo(new Commune(null, "Lieu", null, null), project, false), given, null);
        try (FeatureFile features = new FeatureFile(file, profiles(), Progress.NONE)) {
            reader.add(features);
        }
        return reader;
    }

    private static Object titleSaid(BuildingReader reader) {
        return reader.findings().stream()
                .filter(f -> f.code().equals("PROFILE"))
                .findFirst()
                .orElseThrow()
                .message()
                .arguments()
                .get(1);
    }

    private static List<ColumnProfile> profiles() throws Exception {
        return ColumnProfile.load(Installation.data().resolve("profiles"));
    }
}
