package fr.heliotoit.report;

import fr.heliotoit.cadastre.Energy;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.PlaneEnergy;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The planes of a roof, numbered as on its map. */
final class PlaneTable {
    static final int MOST_ROWS = 6;
    private static final String NONE = "—";

    private PlaneTable() {}

    static String html(List<RoofPlane> planes, List<ModuleArray> modules, Conventions conventions) {
        boolean energy = planes.stream().anyMatch(p -> p.energy() != null);
        Table table = new Table(
                "data planes",
                planes.size() > MOST_ROWS
                        ? Words.text("report.planes.captionCut", MOST_ROWS, Formats.number(planes.size()))
                        : Words.text("report.planes.caption"),
                headings(!modules.isEmpty(), energy));
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
                        .orElse(NONE));
            }
            if (energy) {
                cells.addAll(energy(plane.energy()));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table.html();
    }

    private static List<String> energy(@Nullable PlaneEnergy energy) {
        if (energy == null) {
            return List.of(NONE, NONE, NONE, NONE);
        }
        String light = Formats.number(energy.irradiationKWhM2(), 0);
        return energy.powerKWp() > 0
                ? List.of(
                        light,
                        Formats.number(energy.powerKWp(), 1),
                        Formats.number(energy.yearlyYieldKWh(), 0),
                        Formats.number(energy.specificYieldKWhPerKWp(), 0))
                : List.of(light, NONE, NONE, NONE);
    }

    private static List<String> headings(boolean modules, boolean energy) {
        List<String> headings = new ArrayList<>(List.of(
                "#" + Words.text("report.column.number"),
                Words.text("report.column.orientation"),
                "#" + Words.text("report.column.tilt"),
                "#" + Words.text("report.column.area")));
        if (modules) {
            headings.add("#" + Words.text("report.column.modules"));
        }
        if (energy) {
            for (String column : List.of("irradiation", "power", "yieldKWh", "specific")) {
                headings.add("#" + Words.text("report.column." + column));
            }
        }
        return headings;
    }
}
