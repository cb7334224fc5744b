package fr.heliotoit.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class TextIndexTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void town() throws Failure {
        file = folder.resolve("p.gpkg");
        try (ProjectFile project = ProjectFile.create(
                file, new ProjectInfo(new Commune("62498", "Lens", null, null), Crs.LAMBERT_93, false))) {
            Commits.buildings(
                    project,
                    "2026-03",
                    List.of(),
                    List.of(
                            building("a", null, "12 bis, rue de l'Église"),
                            building("b", "École Jean-Macé", "3, place Saint-Léger"),
                            building("c", "Sacré-Cœur", null),
                            building("d", null, null)));
            Commits.layer(
                    project,
                    Layer.ADDRESSES,
                    List.of(new LayerFeature("62498_1_12", "12 Rue de l’Égalité", null, new TreeMap<>())));
        }
    }

    private static Building building(String id, @Nullable String name, @Nullable String address) {
        return new Building(
                id,
                new GeometryFactory().toGeometry(new Envelope(0, 10, 0, 10)),
                name,
                address,
                null,
                Usage.UNKNOWN,
                false,
                null);
    }

    private String found(String text) throws Failure {
        try (ProjectFile project = ProjectFile.open(file)) {
            return project.search(text, 10).stream().map(TextHit::id).collect(Collectors.joining(" "));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ecole jean mace | b",
                "JEAN-MACÉ | b",
                "mac | b",
                "sacre coeur | c",
                "Sacré-Cœur | c",
                "st leger | ''",
                "saint leg | b",
                "12 rue eg | a 62498_1_12",
                "rue de l'egalite | 62498_1_12",
                "eglise OR mace | ''",
                "\"' NEAR(* | ''",
                "- | ''"
            })
    void accentsHyphensAndCaseDoNotMatter(String text, String ids) throws Failure {
        assertThat(found(text)).isEqualTo(ids);
    }

    @Test
    void theTextIsShownAsItWasWritten() throws Failure {
        try (ProjectFile project = ProjectFile.open(file)) {
            assertThat(project.search("coeur", 10)).containsExactly(new TextHit("batiments", "c", "Sacré-Cœur"));
        }
    }

    @Test
    void whatAnotherProgramRenamesIsFoundUnderItsNewName() throws Failure, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            // QGIS knows the functions that these two call.
            statement.execute("DROP TRIGGER rtree_batiments_geom_update3");
            statement.execute("DROP TRIGGER rtree_batiments_geom_update4");
            statement.execute("UPDATE batiments SET nom = 'Salle Édith-Piaf' WHERE id = 'd'");
        }
        assertThat(found("edith pi")).isEqualTo("d");
        assertThat(found("jean mace")).isEqualTo("b");
        try (ProjectFile project = ProjectFile.open(file)) {
            project.note("rapport", "x");
        }
        assertThat(found("edith pi")).isEqualTo("d");
    }

    @Test
    void anUndoneImportIsNotFoundAnyMore() throws Failure {
        try (ProjectFile project = ProjectFile.open(file)) {
            Commits.buildings(project, "2027-01", List.of(), List.of(building("a", "Mairie", null)));
            assertThat(project.search("mairie", 10)).hasSize(1);
            assertThat(project.search("jean mace", 10)).isEmpty();
            project.undo(project.head());
            assertThat(project.search("mairie", 10)).isEmpty();
            assertThat(project.search("jean mace", 10)).hasSize(1);
        }
    }
}
