package fr.heliotoit.report;

import fr.heliotoit.cadastre.Energy;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Formats;
import java.util.List;

/** The planes of a roof, numbered as on its map. */
final class PlaneTable {
    static final int MOST_ROWS = 10;

    private PlaneTable() {}

    static String html(List<RoofPlane> planes, Conventions conventions) {
        Table table = new Table(
                "data",
                planes.size() > MOST_ROWS
                        ? Words.text("report.planes.captionCut", MOST_ROWS, Formats.number(planes.size()))
                        : Words.text("report.planes.caption"),
                List.of(
                        "#" + Words.text("report.column.number"),
                        Words.text("report.column.orientation"),
                        "#" + Words.text("report.column.tilt"),
                        "#" + Words.text("report.column.area")));
        for (int i = 0; i < Math.min(planes.size(), MOST_ROWS); i++) {
            RoofPlane plane = planes.get(i);
            table.row(
                    Integer.toString(i + 1),
                    plane.surfaceTiltDeg() <= conventions.flatBelow().value()
                            ? Words.text("report.direction.flat")
                            : Words.facing(plane.surfaceAzimuthDeg()),
                    Formats.number(plane.surfaceTiltDeg(), 0) + "°",
                    Energy.area(plane.areaM2()));
        }
        return table.html();
    }
}
