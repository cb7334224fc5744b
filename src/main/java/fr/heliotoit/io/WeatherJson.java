package fr.heliotoit.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.WeatherYear;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;

/** Tells the JSON weather formats apart. */
final class WeatherJson {
    private WeatherJson() {}

    static WeatherYear read(String name, String text, Place given) throws Failure {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new Failure(Message.of("solar.weather.json", name), e);
        }
        boolean hours = root.isArray() && root.path(0).has("time(UTC)");
        if (hours || root.path("outputs").has("tmy_hourly")) {
            return PvgisReader.readJson(name, root, given);
        }
        if (root.path("format").asText().equals(ClimateReader.FORMAT)) {
            return ClimateReader.read(name, root, given);
        }
        throw Failure.of("solar.weather.format", name);
    }
}
