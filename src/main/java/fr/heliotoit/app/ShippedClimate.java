package fr.heliotoit.app;

import fr.heliotoit.io.WeatherFiles;
import fr.heliotoit.solar.Place;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The twelve monthly values that the product ships, so that a commune without a weather file can start. Whatever is computed from them
 * is labelled as coming from a synthetic year.
 */
final class ShippedClimate {
    /** Beyond, the climate is another one [km]. */
    private static final double REACH_KM = 100;

    private ShippedClimate() {}

    /** The nearest climate within reach of a place; nothing when there is none. */
    static Optional<Path> near(Place place) throws Failure {
        Path best = null;
        double least = REACH_KM;
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Installation.data().resolve("packs"), "climat-*.json")) {
            for (Path file : files) {
                double km =
                        WeatherPlace.distanceKm(WeatherFiles.read(file, place).place(), place);
                if (km <= least) {
                    least = km;
                    best = file;
                }
            }
        } catch (IOException e) {
            return Optional.empty(); // No packs beside the program: the caller asks for a file.
        }
        return Optional.ofNullable(best);
    }
}
