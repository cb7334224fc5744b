package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.store.Commits;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A commune that has a surface model and no weather file. */
class ShippedClimateTest {
    @TempDir
    Path folder;

    @Test
    void aCommuneOfTheArtoisStartsWithTheShippedClimateAndIsTold() throws Failure, IOException {
        try (ProjectFile project = at(687_000, 7_037_000)) {
            ComputeReport report = compute(project);
            assertThat(report.summary().withFigure()).isEqualTo(1);
            assertThat(report.sources())
                    .anyMatch(source -> source.kind().equals("weather-synthetic")
                            && source.name().equals("climat-artois.json"));
            assertThat(report.notes().stream().map(Message::key)).contains("app.compute.climate");
            assertThat(project.computationSources().stream().map(Snapshot.Source::kind))
                    .contains("weather-synthetic");
            EnergyModel model =
                    EnergyModel.of(project, null, project.records(), DataPacks.load(LocalDate.of(2026, 11, 1)));
            assertThat(model).isNotNull();
        }
    }

    @Test
    void farFromThereAWeatherFileIsAskedFor() throws Failure, IOException {
        try (ProjectFile project = at(520_000, 6_456_000)) {
            assertThatThrownBy(() -> compute(project))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("--weather");
            assertThat(project.records().getFirst().outcome()).isEqualTo(new NoFigure(NoFigure.Reason.NOT_COMPUTED));
        }
    }

    /** A hall of 20 × 20 m on a plain, and its surface model. */
    private ProjectFile at(int east, int north) throws Failure, IOException {
        StringBuilder heights = new StringBuilder("ncols 80\nnrows 80\nxllcorner " + (east - 30) + "\nyllcorner "
                + (north - 30) + "\ncellsize 1\nNODATA_value -9999\n");
        for (int row = 0; row < 80; row++) {
            for (int column = 0; column < 80; column++) {
                boolean hall = row >= 30 && row < 50 && column >= 30 && column < 50;
                heights.append(hall ? 48 : 40).append(column == 79 ? '\n' : ' ');
            }
        }
        Files.writeString(folder.resolve("mns.asc"), heights);
        ProjectFile project = ProjectFile.create(
                folder.resolve("ville.gpkg"),
                new ProjectInfo(new Commune("62498", "Lens", null, 32000), Crs.LAMBERT_93, true));
        Geometry hall = new GeometryFactory().toGeometry(new Envelope(east, east + 20, north, north + 20));
        Commits.buildings(
                project,
                "2026-03",
                List.of(),
                List.of(new Building("salle", hall, "Salle", null, null, Usage.PUBLIC, true, 8.0)));
        return project;
    }

    private ComputeReport compute(ProjectFile project) throws Failure {
        ComputeInputs inputs =
                new ComputeInputs(folder.resolve("mns.asc"), null, null, Crs.LAMBERT_93, ComputeInputs.DEFAULT_ALBEDO);
        return ComputePotential.run(project, inputs, DataPacks.load(LocalDate.of(2026, 11, 1)), Progress.NONE);
    }
}
