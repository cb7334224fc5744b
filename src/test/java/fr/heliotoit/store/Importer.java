package fr.heliotoit.store;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Another Héliotoit that imports one vintage after the other until it is killed. */
final class Importer {
    private static final int VINTAGES = 3;

    private Importer() {}

    /** @param arguments the project file and how many buildings each vintage has */
    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[1]);
        try (ProjectFile project = ProjectFile.open(Path.of(arguments[0]))) {
            project.requireWriter();
            List<List<Building>> vintages = new ArrayList<>();
            long head = project.head();
            for (int v = 1; v <= VINTAGES; v++) {
                vintages.add(buildings(head + v, rows));
            }
            System.out.println("READY");
            System.out.flush();
            for (List<Building> vintage : vintages) {
                commit(project, vintage);
            }
            Thread.sleep(60_000);
        }
    }

    /** Ids tell the entry of the history that they belong to. */
    static List<Building> buildings(long entry, int rows) {
        List<Building> buildings = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            double x = 600_000 + 20.0 * (i % 300);
            double y = 6_500_000 + 20.0 * Math.floorDiv(i, 300);
            buildings.add(new Building(
                    entry + "-" + i,
                    new GeometryFactory().toGeometry(new Envelope(x, x + 12, y, y + 10)),
                    null,
                    i + ", rue de l'Église",
                    null,
                    Usage.RESIDENTIAL,
                    false,
                    6.0));
        }
        return buildings;
    }

    static void commit(ProjectFile project, List<Building> buildings) throws Failure {
        ChangeSet added = new ChangeSet(
                buildings.stream().map(Building::id).toList(), List.of(), List.of(), List.of(), List.of(), List.of());
        project.commit(
                new ImportCommit(
                        "2026-03", project.head(), List.of(), buildings, added, Map.of(), List.of(), List.of()),
                Progress.NONE);
    }
}
