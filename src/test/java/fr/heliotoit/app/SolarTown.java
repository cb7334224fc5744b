package fr.heliotoit.app;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.store.Commits;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A project with a town hall, a school, a house and a shed near Lens, computed, with the demonstration's weather year. */
public final class SolarTown {
    public static final double EAST = 687_000;
    public static final double NORTH = 7_037_000;

    /** Shares of the year's production, in 93rds. */
    private static final List<Integer> WEIGHTS = List.of(2, 4, 7, 10, 12, 13, 13, 12, 9, 6, 3, 2);

    private SolarTown() {}

    public static Geometry square(double dx, double dy, double side) {
        return new GeometryFactory()
                .toGeometry(new Envelope(EAST + dx, EAST + dx + side, NORTH + dy, NORTH + dy + side));
    }

    /** Makes the project {@code ville.gpkg}; whoever calls closes it. */
    public static ProjectFile make(Path folder) throws Failure, IOException {
        ProjectFile project = ProjectFile.create(
                folder.resolve("ville.gpkg"),
                new ProjectInfo(new Commune("62498", "Lens", "CA de Lens-Liévin", 32000), Crs.LAMBERT_93, true));
        List<Building> buildings = List.of(
                building("a-mairie", 0, 24, "Mairie", Usage.PUBLIC, true),
                building("b-ecole", 60, 36, "École Jean-Macé", Usage.PUBLIC, true),
                building("c-maison", 120, 9, null, Usage.RESIDENTIAL, false),
                building("d-abri", 160, 4, null, Usage.ANNEX, false));
        Commits.buildings(project, "2026-03", List.of(), buildings);
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        outcomes.put("a-mairie", potential(330, 72));
        outcomes.put("b-ecole", potential(700, 150));
        outcomes.put("c-maison", potential(40, 9));
        project.saveOutcomes(project.current().orElseThrow(), List.of(), List.of(), outcomes, Progress.NONE);
        Files.copy(Path.of("data/demo/meteo.epw"), folder.resolve("meteo.epw"));
        Commits.input(project, new InputFile(InputFile.Kind.WEATHER, "meteo.epw", "00", null));
        return project;
    }

    private static Building building(
            String id,
            double dx,
            double side,
            @org.jspecify.annotations.Nullable String name,
            Usage usage,
            boolean owned) {
        return new Building(id, square(dx, 0, side), name, null, null, usage, owned, 6.0);
    }

    private static SolarPotential potential(double usableM2, double kWp) {
        return new SolarPotential(
                1080,
                Collections.nCopies(12, 90.0),
                usableM2 * 1.4,
                usableM2,
                kWp,
                kWp * 1080 * 0.8,
                WEIGHTS.stream().map(w -> kWp * 1080 * 0.8 * w / 93).toList(),
                5,
                30,
                180,
                SolarPotential.Method.SURFACE_MODEL);
    }
}
