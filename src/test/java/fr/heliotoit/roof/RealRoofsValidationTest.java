package fr.heliotoit.roof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.heliotoit.Shared;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Real British buildings at 1 m with the answers of another system (solar-wizard, CSE Bristol). */
class RealRoofsValidationTest {
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

    private static Geometry polygon(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void ninePlanesInTenThatAnotherSystemExpectsAreFoundWithinTenDegrees() throws IOException {
        Path folder = Shared.path("data/dsm/solar-wizard/roof_detection");
        int expected = 0;
        int found = 0;
        List<String> table = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("expected_plane_aspects.csv"))) {
            int open = line.indexOf('[');
            String list = open < 0 ? "" : line.substring(open + 1, line.indexOf(']'));
            if (list.isBlank() || !line.contains(",yes,")) {
                continue;
            }
            String file = line.substring(0, 4);
            JsonNode building =
                    new ObjectMapper().readTree(folder.resolve(file + ".json").toFile());
            RoofFit fit = RoofPlaneFinder.find(
                    raster(building.get("pixels"), 1),
                    polygon(building.get("polygon").asText()));
            List<RoofFit.Piece> rest = new ArrayList<>(fit.pieces());
            List<String> missed = new ArrayList<>();
            for (String word : list.split(",")) {
                double azimuth = Double.parseDouble(word.strip());
                expected++;
                RoofFit.Piece match = rest.stream()
                        .filter(p -> Math.abs(Math.IEEEremainder(p.azimuthDeg() - azimuth, 360)) <= 10)
                        .findFirst()
                        .orElse(null);
                if (match == null) {
                    missed.add(word.strip());
                } else {
                    found++;
                    rest.remove(match);
                }
            }
            table.add(
                    String.format(Locale.ROOT, "%s expected [%s] missed %s extra %s", file, list, missed, words(rest)));
        }
        assertThat(found).as(String.join("\n", table)).isGreaterThanOrEqualTo((int) Math.ceil(0.9 * expected));
    }

    private static List<String> words(List<RoofFit.Piece> pieces) {
        return pieces.stream()
                .map(p -> String.format(Locale.ROOT, "%.0f°/%.0f° %.0f m²", p.azimuthDeg(), p.tiltDeg(), p.areaM2()))
                .toList();
    }

    @Test
    void thirteenOfFourteenVerdictsOnOutdatedSurfaceModelsAreRight() throws IOException {
        Path folder = Shared.path("data/dsm/solar-wizard/outdated_lidar");
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (String line : Files.readAllLines(folder.resolve("expected.csv"))) {
            if (!line.contains(".json")) {
                continue;
            }
            seen++;
            String[] words = line.split(",");
            JsonNode building =
                    new ObjectMapper().readTree(folder.resolve(words[0]).toFile());
            JsonNode pixels = building.get("pixels");
            String verdict;
            GroundCheck check = null;
            Geometry footprint = polygon(building.get("geom").asText());
            if (pixels.isEmpty()
                    || RoofPlaneFinder.find(raster(pixels, spacing(pixels)), footprint)
                            .pieces()
                            .isEmpty()) {
                verdict = "NO_LIDAR_COVERAGE";
            } else {
                check = GroundCheck.of(raster(pixels, spacing(pixels)), footprint);
                verdict = check.isRoof() ? "None" : "OUTDATED_LIDAR_COVERAGE";
            }
            if (!verdict.equals(words[1])) {
                wrong.add(line + " but " + verdict + " at " + check);
            }
        }
        assertThat(seen).isEqualTo(14);
        assertThat(wrong).hasSizeLessThanOrEqualTo(1);
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
}
