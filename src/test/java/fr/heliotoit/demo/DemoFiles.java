package fr.heliotoit.demo;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.io.GeoTiffWriter;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** Writes every file of {@code data/demo}; the irradiation raster is computed by the product itself from the others. */
final class DemoFiles {
    static final String LABEL = "Donnees synthetiques : Saint-Soleil-en-Artois (commune fictive)";

    private DemoFiles() {}

    static void write(Path folder) throws Failure, IOException {
        Files.createDirectories(folder);
        Town town = Plan.draw();
        raster(
                folder.resolve("mns.tif"),
                SurfaceModel.surface(town, 0.5),
                "hauteur du sol, des toits et des arbres (m)");
        raster(folder.resolve("mnt.tif"), SurfaceModel.terrain(town, 2), "hauteur du terrain nu (m)");
        List<Row> rows2024 = Vintages.of2024(town);
        ShapefileOut.write(folder.resolve("batiments-2024"), rows2024);
        GeoPackageOut.write(folder.resolve("batiments-2024.gpkg"), rows2024);
        GeoPackageOut.write(folder.resolve("batiments-2026.gpkg"), Vintages.of2026(town));
        Registers.write(folder, town);
        text(folder.resolve("meteo.epw"), DemoWeather.epw());
        raster(
                folder.resolve("irradiation.tif"),
                DemoIrradiation.of(folder, town),
                "irradiation annuelle des toits (kWh/m2/an)");
    }

    private static void raster(Path file, Raster raster, String band) throws Failure {
        GridGeometry grid = raster.grid();
        try (GeoTiffWriter writer =
                GeoTiffWriter.create(file, grid, Crs.LAMBERT_93, List.of(band), Map.of("DESCRIPTION", LABEL))) {
            writer.write(0, 0, 0, raster);
            writer.finish();
        }
    }

    static void text(Path file, String content) throws IOException {
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A number without needless zeros, the same everywhere. */
    static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /**
     * A building as a row of a file.
     *
     * @param shape in Lambert-93
     */
    record Row(
            String id,
            String name,
            String address,
            String parcel,
            String usage,
            boolean publicOwner,
            double height,
            Geometry shape) {
        static Row of(Structure building, String id, String parcel, Geometry local) {
            return new Row(
                    id,
                    building.name(),
                    building.address(),
                    parcel,
                    building.usage().code(),
                    building.publicOwner(),
                    building.eaves(),
                    Site.toLambert(local));
        }
    }
}
