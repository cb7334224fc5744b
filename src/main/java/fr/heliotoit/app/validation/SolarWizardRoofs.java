package fr.heliotoit.app.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.roof.GroundCheck;
import fr.heliotoit.roof.RoofFit;
import fr.heliotoit.roof.RoofPlaneFinder;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** British buildings as pixels of 1 m, with the answers of another system (solar-wizard, CSE Bristol). */
public final class SolarWizardRoofs {
    /** An azimuth that differs less is the one expected [°]. */
    private static final double NEAR_DEG = 10;

    /**
     * One building whose planes another system expects.
     *
     * @param expected azimuths [°]
     * @param missed of these
     * @param extra planes found that nobody expects
     * @param fit what was found
     * @param model heights of the building
     */
    public record Detection(
            String file,
            String note,
            List<Double> expected,
            List<Double> missed,
            List<RoofFit.Piece> extra,
            RoofFit fit,
            Raster model,
            Geometry footprint) {}

    /** A verdict on whether a surface model is older than a building. */
    public record Verdict(String file, String expected, String found) {
        public boolean right() {
            return expected.equals(found);
        }
    }

    private final Path folder;

    /** @param shared folder that holds {@code data} */
    public SolarWizardRoofs(Path shared) {
        folder = shared.resolve("data/dsm/solar-wizard");
    }

    /** The buildings whose expectations the other system itself asserts. */
    public List<Detection> detections() throws Failure {
        List<Detection> detections = new ArrayList<>();
        for (String line : lines("roof_detection/expected_plane_aspects.csv")) {
            int open = line.indexOf('[');
            if (open < 0 || !line.contains(",yes,")) {
                continue;
            }
            String list = line.substring(open + 1, line.indexOf(']'));
            String file = line.substring(0, 4);
            JsonNode building = json("roof_detection/" + file + ".json");
            Raster model = raster(building.get("pixels"), 1);
            Geometry footprint = polygon(building.get("polygon").asText());
            RoofFit fit = RoofPlaneFinder.find(model, footprint);
            List<RoofFit.Piece> rest = new ArrayList<>(fit.pieces());
            List<Double> expected = new ArrayList<>();
            List<Double> missed = new ArrayList<>();
            for (String word : list.isBlank() ? new String[0] : list.split(",")) {
                double azimuth = Double.parseDouble(word.strip());
                expected.add(azimuth);
                RoofFit.Piece match = rest.stream()
                        .filter(p -> Math.abs(Math.IEEEremainder(p.azimuthDeg() - azimuth, 360)) <= NEAR_DEG)
                        .findFirst()
                        .orElse(null);
                if (match == null) {
                    missed.add(azimuth);
                } else {
                    rest.remove(match);
                }
            }
            String note = line.substring(line.lastIndexOf(',') + 1);
            detections.add(new Detection(file, note, expected, missed, rest, fit, model, footprint));
        }
        return detections;
    }

    /** Every verdict of the file. */
    public List<Verdict> verdicts() throws Failure {
        List<Verdict> verdicts = new ArrayList<>();
        for (String line : lines("outdated_lidar/expected.csv")) {
            if (!line.contains(".json")) {
                continue;
            }
            String[] words = line.split(",");
            JsonNode building = json("outdated_lidar/" + words[0]);
            JsonNode pixels = building.get("pixels");
            Geometry footprint = polygon(building.get("geom").asText());
            Raster model = pixels.isEmpty() ? null : raster(pixels, spacing(pixels));
            String found;
            if (model == null || RoofPlaneFinder.find(model, footprint).pieces().isEmpty()) {
                found = "NO_LIDAR_COVERAGE";
            } else {
                found = GroundCheck.of(model, footprint).isRoof() ? "None" : "OUTDATED_LIDAR_COVERAGE";
            }
            verdicts.add(new Verdict(words[0], words[1], found));
        }
        return verdicts;
    }

    private List<String> lines(String file) throws Failure {
        try {
            return Files.readAllLines(folder.resolve(file));
        } catch (IOException e) {
            throw new Failure(
                    Message.of("solar.validation.shared", folder.resolve(file).toString()), e);
        }
    }

    private JsonNode json(String file) throws Failure {
        try {
            return new ObjectMapper().readTree(folder.resolve(file).toFile());
        } catch (IOException e) {
            throw new Failure(
                    Message.of("solar.validation.shared", folder.resolve(file).toString()), e);
        }
    }

    /** Points of one building on the grid they come from. */
    private static Raster raster(JsonNode pixels, double cell) {
        double west = Double.MAX_VALUE;
        double north = -Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double south = Double.MAX_VALUE;
        for (JsonNode pixel : pixels) {
            west = Math.min(west, pixel.get("x").asDouble());
            east = Math.max(east, pixel.get("x").asDouble());
            south = Math.min(south, pixel.get("y").asDouble());
            north = Math.max(north, pixel.get("y").asDouble());
        }
        GridGeometry grid = new GridGeometry(
                (int) Math.round((east - west) / cell) + 1,
                (int) Math.round((north - south) / cell) + 1,
                west - cell / 2,
                north + cell / 2,
                cell,
                cell);
        float[] values = new float[grid.columns() * grid.rows()];
        Arrays.fill(values, Float.NaN);
        for (JsonNode pixel : pixels) {
            int column = (int) Math.round((pixel.get("x").asDouble() - west) / cell);
            int row = (int) Math.round((north - pixel.get("y").asDouble()) / cell);
            values[row * grid.columns() + column] =
                    (float) pixel.get("elevation").asDouble();
        }
        return new Raster(grid, values);
    }

    private static double spacing(JsonNode pixels) {
        double least = Double.MAX_VALUE;
        double x = pixels.get(0).get("x").asDouble();
        for (JsonNode pixel : pixels) {
            double d = Math.abs(pixel.get("x").asDouble() - x);
            least = d > 0.01 ? Math.min(least, d) : least;
        }
        return least;
    }

    private static Geometry polygon(String wkt) throws Failure {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new Failure(Message.of("solar.validation.shared", wkt), e);
        }
    }
}
