package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.store.Commits;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** {@code search} on a project of a school and two houses of one street. */
class SearchCommandTest {
    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void town() throws Failure {
        project = folder.resolve("p.gpkg");
        try (ProjectFile file = ProjectFile.create(
                project, new ProjectInfo(new Commune("62498", "Lens", "CA", 32_000), Crs.LAMBERT_93, false))) {
            Commits.buildings(
                    file,
                    "2026-03",
                    List.of(new Snapshot.Source("buildings", "toits.shp", "ab")),
                    List.of(
                            building(0, null, "1 rue des Œillets"),
                            building(1, "École Jean-Macé", "3 rue Émile-Zola"),
                            building(2, null, "2 rue des Œillets")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"École Jean-Macé", "ecole jean mace", "MACE ecole", "emile zola", "ecole ma"})
    void accentsHyphensCaseAndOrderDoNotCount(String typed) {
        Cli result = Cli.run("search", project, typed);
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out().lines()).singleElement().asString().startsWith("b1  École Jean-Macé 3 rue Émile-Zola");
    }

    @Test
    void wordsMayBeGivenOneByOne() {
        assertThat(Cli.run("search", project, "rue", "oeillets").out().lines()).hasSize(2);
    }

    @Test
    void givesNoMoreThanTheLimit() {
        assertThat(Cli.run("search", project, "rue").out().lines()).hasSize(3);
        assertThat(Cli.run("search", project, "rue", "--limit", "2").out().lines())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zèbre", "ecole zebre", "cole", "\"", "ecole OR zola AND", "' ; DROP TABLE batiments"})
    void saysSoWhenNothingIsFoundAndTakesNoWordForAnOperator(String typed) {
        Cli result = Cli.run("search", project, typed);
        assertThat(result.code()).isZero();
        assertThat(result.out().lines()).singleElement().asString().isNotBlank().doesNotStartWith("b");
    }

    @Test
    void refusesALimitBelowOne() {
        Cli result = Cli.run("search", project, "rue", "--limit", "0");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--limit");
    }

    private static Building building(int i, @Nullable String name, String address) {
        return new Building(
                "b" + i,
                new GeometryFactory()
                        .toGeometry(new Envelope(687_000 + 50 * i, 687_010 + 50 * i, 7_037_000, 7_037_020)),
                name,
                address,
                null,
                Usage.RESIDENTIAL,
                false,
                null);
    }
}
