package fr.heliotoit.app.validation;

import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.io.VectorFeature;
import fr.heliotoit.io.VectorFiles;
import fr.heliotoit.io.VectorSource;
import fr.heliotoit.roof.ModuleField;
import fr.heliotoit.roof.ModuleLayout;
import fr.heliotoit.roof.ModuleRules;
import fr.heliotoit.roof.RoofFit;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Flat roofs of Geneva with the outlines of what stands on them and a verdict, usable or not (Swiss Territorial Data Lab). */
final class GenevaRoofs {
    /** What Geneva's roofs carry is given as kinds; this one is room, not an obstacle. */
    private static final String FREE = "Free space";

    /**
     * One roof.
     *
     * @param free whether the official class is "potentially free"
     * @param obstacleShare of its area that obstacles cover
     * @param moduleShare of its area that modules cover
     */
    record Row(String id, boolean free, double areaM2, double obstacleShare, int modules, double moduleShare) {}

    private GenevaRoofs() {}

    static List<Row> rows(Path shared, ModuleRules rules) throws Failure {
        Path folder = shared.resolve("data/dsm/geneva-rooftops");
        List<Geometry> obstacles = new ArrayList<>();
        try (VectorSource source = VectorFiles.open(folder.resolve("roofs_STDL_proofed_2023-11-13_test.shp"))) {
            for (VectorFeature f = source.next(); f != null; f = source.next()) {
                if (f.geometry() != null && !FREE.equals(text(f, "descr"))) {
                    obstacles.add(GeometryFixer.fix(f.geometry()));
                }
            }
        }
        Geometry all = OverlayNGRobust.union(obstacles);
        List<Row> rows = new ArrayList<>();
        try (VectorSource source =
                VectorFiles.open(folder.resolve("occupancy_classification.gpkg"), "ocan_classification")) {
            for (VectorFeature f = source.next(); f != null; f = source.next()) {
                if (f.geometry() != null) {
                    rows.add(row(
                            String.valueOf(text(f, "OBJECTID")),
                            "potentially free".equals(text(f, "class")),
                            GeometryFixer.fix(f.geometry()),
                            all,
                            rules));
                }
            }
        }
        return rows;
    }

    private static Row row(String id, boolean free, Geometry roof, Geometry obstacles, ModuleRules rules) {
        Geometry rest = OverlayNGRobust.overlay(roof, obstacles, OverlayNG.INTERSECTION);
        Geometry open = OverlayNGRobust.overlay(roof, obstacles, OverlayNG.DIFFERENCE);
        int modules = 0;
        if (!open.isEmpty()) {
            RoofFit.Piece piece = new RoofFit.Piece(0, 180, open.getArea(), Double.NaN, Double.NaN, open, new int[0]);
            double south = RoofFit.facingSouth(roof);
            RoofFit fit = new RoofFit(List.of(piece), rest, south, RoofFit.Support.PLANES, 0, 0);
            Optional<ModuleField> field =
                    new ModuleLayout(fit, new GridGeometry(1, 1, 0, 0, 1, 1), rules).on(piece, null);
            modules = field.map(ModuleField::count).orElse(0);
        }
        double area = roof.getArea();
        return new Row(id, free, area, rest.getArea() / area, modules, modules * rules.moduleAreaM2() / area);
    }

    private static @Nullable String text(VectorFeature feature, String column) {
        Object value = feature.attributes().get(column);
        return value == null ? null : value.toString();
    }
}
