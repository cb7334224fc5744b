package fr.heliotoit.report;

import fr.heliotoit.cadastre.Energy;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.List;

/** The planes of a roof, numbered as on its map. */
final class PlaneTable {
    static final int MOST_ROWS = 10;

    private PlaneTable() {}

    static String html(List<RoofPlane> planes, List<ModuleArray> modules, Conventions conventions) {
        Table table = new Table(
                "data",
                planes.size() > MOST_ROWS
                        ? Words.text("report.planes.captionCut", MOST_ROWS, Formats.number(planes.size()))
                        : Words.text("report.planes.caption"),
                headings(!modules.isEmpty()));
        for (int i = 0; i < Math.min(planes.size(), MOST_ROWS); i++) {
            RoofPlane plane = planes.get(i);
            List<String> cells = new ArrayList<>(List.of(
                    Integer.toString(i + 1),
                    plane.surfaceTiltDeg() <= conventions.flatBelow().value()
                            ? Words.text("report.direction.flat")
                            : Words.facing(plane.surfaceAzimuthDeg()),
                    Formats.number(plane.surfaceTiltDeg(), 0) + "°",
                    Energy.area(plane.areaM2())));
            if (!modules.isEmpty()) {
                cells.add(modules.stream()
                        .filter(m -> m.planeId().equals(plane.id()))
                        .findFirst()
                        .map(m -> Formats.number(m.count()))
                        .orElse("—"));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table.html();
    }

    private static List<String> headings(boolean modules) {
        List<String> headings = new ArrayList<>(List.of(
                "#" + Words.text("report.column.number"),
                Words.text("report.column.orientation"),
                "#" + Words.text("report.column.tilt"),
                "#" + Words.text("report.column.area")));
        if (modules) {
            headings.add("#" + Words.text("report.column.modules"));
        }
        return headings;
    }
}
