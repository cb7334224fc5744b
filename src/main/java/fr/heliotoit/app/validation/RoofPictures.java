package fr.heliotoit.app.validation;

import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.io.VectorFeature;
import fr.heliotoit.io.VectorFiles;
import fr.heliotoit.io.VectorSource;
import fr.heliotoit.roof.GroundCheck;
import fr.heliotoit.roof.ModuleField;
import fr.heliotoit.roof.ModuleLayout;
import fr.heliotoit.roof.ModuleRules;
import fr.heliotoit.roof.RoofFit;
import fr.heliotoit.roof.RoofPlaneFinder;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;

/** Drawings of real roofs: Kronenhuset in Göteborg (surface model and outlines CC0; outlines Lantmäteriet). */
final class RoofPictures {
    private static final String PLACE = "data/dsm/goteborg-kronenhuset/Goteborg_SWEREF99_1200/";
    private static final int PICTURES = 2;

    /** A roof with whole heights. */
    record Roof(RoofFit fit, GridGeometry grid, Geometry footprint, List<Geometry> modules) {
        int count() {
            return modules.stream().mapToInt(Geometry::getNumGeometries).sum();
        }
    }

    private final Path place;
    private final ModuleRules rules;

    RoofPictures(Path shared, ModuleRules rules) {
        this.place = shared.resolve(PLACE);
        this.rules = rules;
    }

    List<Roof> roofs() throws Failure {
        List<Roof> roofs = new ArrayList<>();
        try (RasterSource surface = RasterFiles.open(place.resolve("DSM_KRbig.tif"));
                VectorSource buildings = VectorFiles.open(place.resolve("buildings.shp"))) {
            GridGeometry grid = surface.grid();
            for (VectorFeature f = buildings.next(); f != null; f = buildings.next()) {
                if (f.geometry() == null) {
                    continue;
                }
                Geometry footprint = GeometryFixer.fix(f.geometry());
                Envelope reach = footprint.getEnvelopeInternal();
                if (!grid.envelope().contains(reach)) {
                    continue;
                }
                reach.expandBy(GroundCheck.REACH_M);
                int column = (int) Math.floor((reach.getMinX() - grid.west()) / grid.cellWidth());
                int row = (int) Math.floor((grid.north() - reach.getMaxY()) / grid.cellHeight());
                Raster window = surface.read(
                        column,
                        row,
                        (int) Math.ceil((reach.getMaxX() - grid.west()) / grid.cellWidth()) - column,
                        (int) Math.ceil((grid.north() - reach.getMinY()) / grid.cellHeight()) - row);
                RoofFit fit = RoofPlaneFinder.find(window, footprint);
                if (fit.support() == RoofFit.Support.PLANES
                        && !fit.pieces().isEmpty()
                        && GroundCheck.of(window, footprint).isRoof()) {
                    roofs.add(new Roof(fit, window.grid(), footprint, modules(fit, window.grid())));
                }
            }
        }
        return roofs;
    }

    private List<Geometry> modules(RoofFit fit, GridGeometry grid) {
        ModuleLayout layout = new ModuleLayout(fit, grid, rules);
        List<Geometry> modules = new ArrayList<>();
        for (RoofFit.Piece piece : fit.pieces()) {
            if (piece.areaM2() >= 10 && piece.tiltDeg() <= 60) {
                layout.on(piece, null).map(ModuleField::modules).ifPresent(modules::add);
            }
        }
        return modules;
    }

    /** Draws the two roofs with most modules per plane, so that neither a shed nor a heap of corners is shown. */
    void write(Page page, Path out, List<Roof> roofs) throws Failure {
        List<Roof> best = roofs.stream()
                .filter(r -> r.fit.pieces().size() >= 4)
                .sorted(Comparator.comparingDouble(
                        r -> -(double) r.count() / r.fit.pieces().size()))
                .limit(PICTURES)
                .toList();
        page.heading(3, "Two roofs of Göteborg");
        page.text(
                "Planes and modules on real buildings, found in a surface model of 1 m (data: City of Göteborg and Lantmäteriet, CC0). Blue: north,"
                        + " yellow: east, orange: south, violet: west, light grey: flat, dark grey: no plane. Modules before the sun is looked at.");
        try {
            Path folder = Files.createDirectories(out.toAbsolutePath().resolveSibling("images"));
            for (int i = 0; i < best.size(); i++) {
                Roof roof = best.get(i);
                String title = String.format(
                        "Roof of %.0f m² with %d planes and %d modules",
                        roof.footprint.getArea(), roof.fit.pieces().size(), roof.count());
                String name = "roof-" + (i + 1) + ".svg";
                Files.writeString(folder.resolve(name), RoofPicture.svg(roof.fit, roof.footprint, roof.modules, title));
                page.text("![%s](images/%s)", title, name);
            }
        } catch (IOException e) {
            throw new Failure(Message.of("solar.validation.write", out.toString()), e);
        }
    }
}
