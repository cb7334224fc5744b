package fr.heliotoit.io;

import com.fasterxml.jackson.databind.JsonNode;
import fr.heliotoit.solar.Climate;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.SyntheticYear;
import fr.heliotoit.solar.WeatherYear;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * Twelve monthly values in JSON, written by hand:
 *
 * <pre>{"format": "heliotoit-climat-1", "name": "Artois", "source": "…", "verified": false,
 *  "latitudeDeg": 50.43, "longitudeDeg": 2.83, "altitudeM": 40,
 *  "months": [{"globalKWhM2": 22, "temperatureC": 2.4, "windMS": 4.5}, … twelve in all, January first]}</pre>
 *
 * {@code windMS} may be left out; without latitude and longitude the commune's place is taken.
 */
final class ClimateReader {
    static final String FORMAT = "heliotoit-climat-1";

    private ClimateReader() {}

    static WeatherYear read(String name, JsonNode root, Place given) throws Failure {
        JsonNode list = root.path("months");
        if (list.size() != 12) {
            throw Failure.of("solar.weather.months", name, list.size());
        }
        List<Climate.Month> months = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            JsonNode month = list.get(i);
            try {
                months.add(new Climate.Month(
                        required(month, "globalKWhM2"),
                        required(month, "temperatureC"),
                        month.path("windMS").asDouble(Double.NaN)));
            } catch (IllegalArgumentException e) {
                throw new Failure(Message.of("solar.weather.month", name, i + 1), e);
            }
        }
        Place place = given;
        if (root.has("latitudeDeg") || root.has("longitudeDeg")) {
            try {
                place = new Place(
                        required(root, "latitudeDeg"),
                        required(root, "longitudeDeg"),
                        root.path("altitudeM").asDouble(given.altitudeM()));
            } catch (IllegalArgumentException e) {
                throw new Failure(Message.of("solar.weather.place", name), e);
            }
        }
        return SyntheticYear.of(
                name,
                new Climate(
                        place,
                        root.path("name").asText(name),
                        root.path("source").asText("—"),
                        root.path("verified").asBoolean(false),
                        months));
    }

    private static double required(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isNumber()) {
            throw new IllegalArgumentException(field);
        }
        return value.asDouble();
    }
}
