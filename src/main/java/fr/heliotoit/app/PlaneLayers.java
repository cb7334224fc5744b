package fr.heliotoit.app;

import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.roof.RoofFit;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.store.LayerFile;
import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Roofs as layers: {@code pans} first, since programs show the first layer, then {@code modules} and {@code toitures}. */
final class PlaneLayers {
    private PlaneLayers() {}

    static void write(LayerFile file, List<RoofPlanes.Roof> roofs, Conventions conventions) throws Failure {
        List<LayerFile.Row> buildings = new ArrayList<>();
        List<LayerFile.Row> planes = new ArrayList<>();
        List<LayerFile.Row> modules = new ArrayList<>();
        for (RoofPlanes.Roof roof : roofs) {
            Map<String, ModuleArray> byPlane = new HashMap<>();
            roof.modules().forEach(m -> byPlane.put(m.planeId(), m));
            for (RoofPlane plane : roof.planes()) {
                planes.add(plane(plane, byPlane.get(plane.id()), conventions));
            }
            for (ModuleArray array : roof.modules()) {
                modules.add(row(
                        array.modules(),
                        array.planeId(),
                        array.buildingId(),
                        array.count(),
                        array.powerKWp(),
                        array.areaM2(),
                        array.tiltDeg(),
                        array.azimuthDeg(),
                        array.arrangement()));
            }
            buildings.add(building(roof));
        }
        file.layer(
                "pans",
                columns(
                        "id TEXT",
                        "batiment TEXT",
                        "inclinaison DOUBLE",
                        "orientation DOUBLE",
                        "surface DOUBLE",
                        "ecart DOUBLE",
                        "part_expliquee DOUBLE",
                        "plat BOOLEAN",
                        "origine TEXT",
                        "modules INTEGER"),
                planes);
        file.layer(
                "modules",
                columns(
                        "pan TEXT",
                        "batiment TEXT",
                        "nombre INTEGER",
                        "puissance DOUBLE",
                        "surface DOUBLE",
                        "inclinaison DOUBLE",
                        "orientation DOUBLE",
                        "disposition TEXT"),
                modules);
        file.layer(
                "toitures",
                columns(
                        "id TEXT",
                        "emprise DOUBLE",
                        "raison TEXT",
                        "contour TEXT",
                        "debord DOUBLE",
                        "pans INTEGER",
                        "part_expliquee DOUBLE",
                        "surface_pans DOUBLE",
                        "modules INTEGER",
                        "puissance DOUBLE",
                        "surface_modules DOUBLE"),
                buildings);
    }

    private static LayerFile.Row plane(RoofPlane plane, @Nullable ModuleArray modules, Conventions conventions) {
        return row(
                plane.outline(),
                plane.id(),
                plane.buildingId(),
                plane.surfaceTiltDeg(),
                plane.surfaceAzimuthDeg(),
                plane.areaM2(),
                plane.fitErrorM(),
                plane.explainedShare(),
                plane.surfaceTiltDeg() <= conventions.flatBelow().value(),
                plane.origin().code(),
                modules == null ? 0 : modules.count());
    }

    private static LayerFile.Row building(RoofPlanes.Roof roof) {
        RoofScan scan = roof.scan();
        boolean widened = scan.overhangM() > 0;
        return row(
                widened ? scan.contour() : scan.building().footprint(),
                scan.building().id(),
                scan.building().footprintM2(),
                scan.reason() == null ? null : scan.reason().code(),
                scan.reason() != null || scan.supplied() ? null : widened ? "elargi_au_debord" : "emprise",
                scan.overhangM(),
                roof.planes().size(),
                explained(scan),
                roof.planes().stream().mapToDouble(RoofPlane::areaM2).sum(),
                roof.modules().stream().mapToInt(ModuleArray::count).sum(),
                roof.modules().stream().mapToDouble(ModuleArray::powerKWp).sum(),
                roof.modules().stream().mapToDouble(ModuleArray::areaM2).sum());
    }

    /** Share of the roof's cells that lie on one of its planes, 0–1; NaN when there are no planes of ours. */
    static double explained(RoofScan scan) {
        RoofFit fit = scan.fit();
        if (fit == null || scan.supplied()) {
            return Double.NaN;
        }
        double cells = fit.pieces().stream()
                .mapToDouble(p -> p.explainedShare() * p.cells().length)
                .sum();
        return cells / fit.cellsKnown();
    }

    private static LayerFile.Row row(org.locationtech.jts.geom.Geometry geometry, @Nullable Object... values) {
        return new LayerFile.Row(geometry, Arrays.asList(values));
    }

    private static SequencedMap<String, String> columns(String... columns) {
        SequencedMap<String, String> types = new LinkedHashMap<>();
        for (String column : columns) {
            int space = column.indexOf(' ');
            types.put(column.substring(0, space), column.substring(space + 1));
        }
        return types;
    }
}
