package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.store.Commits;
import fr.heliotoit.store.ProjectFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

/** What a roof sees of the sky. */
class RoofHorizonTest {
    @TempDir
    private Path folder;

    @Test
    void withoutASurfaceModelThereIsNoHorizon() throws Exception {
        try (ProjectFile project = SolarTown.make(folder)) {
            assertThat(RoofHorizon.of(project, project.records().getFirst())).isEmpty();
        }
    }

    /** A wall of 50 m, 100 m to the west of the town hall, over flat ground. */
    @Test
    void aWallHidesTheSkyBehindItAndNothingElse() throws Exception {
        try (ProjectFile project = SolarTown.make(folder)) {
            wall(project);
            Coordinate place = new Coordinate(SolarTown.EAST + 10.5, SolarTown.NORTH + 10.5);
            RoofHorizon horizon = RoofHorizon.at(project, place).orElseThrow();
            // From the middle of a cell to the middle of the wall's nearest cell.
            assertThat(horizon.elevationDeg(270)).isCloseTo(Math.toDegrees(Math.atan(0.5)), within(1.0));
            assertThat(horizon.elevationDeg(90)).isZero();
            assertThat(horizon.elevationDeg(180)).isZero();
            assertThat(horizon.reachM()).isEqualTo(512);
        }
    }

    @Test
    void theSunOfTheSolsticesStandsWhereAstronomySaysAndTheWallHidesTheEvening() throws Exception {
        try (ProjectFile project = SolarTown.make(folder)) {
            wall(project);
            Coordinate place = new Coordinate(SolarTown.EAST + 10.5, SolarTown.NORTH + 10.5);
            RoofHorizon horizon = RoofHorizon.at(project, place).orElseThrow();
            RoofHorizon.Course june = horizon.sun().getFirst();
            assertThat(june.day()).isEqualTo(LocalDate.of(june.day().getYear(), 6, 21));
            double noon = june.positions().stream()
                    .mapToDouble(RoofHorizon.Sun::elevationDeg)
                    .max()
                    .orElseThrow();
            // 90° − latitude 50.4° + declination 23.4°
            assertThat(noon).isCloseTo(63.0, within(0.3));
            assertThat(horizon.seen(june)).isBetween(0.7, 0.95);
        }
    }

    @Test
    void outsideTheSurfaceModelThereIsNoHorizon() throws Exception {
        try (ProjectFile project = SolarTown.make(folder)) {
            wall(project);
            Coordinate far = new Coordinate(SolarTown.EAST + 5000, SolarTown.NORTH);
            assertThat(RoofHorizon.at(project, far)).isEqualTo(Optional.empty());
        }
    }

    /** Flat ground with a wall from north to south; its eastern face is 100 m west of the place looked from. */
    private void wall(ProjectFile project) throws Exception {
        int columns = 400;
        StringBuilder grid = new StringBuilder("ncols 400\nnrows 400\nxllcorner " + (SolarTown.EAST - 200)
                + "\nyllcorner " + (SolarTown.NORTH - 200) + "\ncellsize 1\nNODATA_value -9999\n");
        for (int row = 0; row < columns; row++) {
            for (int column = 0; column < columns; column++) {
                grid.append(column >= 105 && column <= 110 ? "50 " : "0 ");
            }
            grid.append('\n');
        }
        Files.writeString(folder.resolve("mns.asc"), grid);
        Commits.input(project, new InputFile(InputFile.Kind.SURFACE_MODEL, "mns.asc", "00", "EPSG:2154"));
    }
}
