package fr.heliotoit.ui.model;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Two numbers typed as a place: in metres of the project or of Lambert-93, or in degrees, latitude or longitude first. */
record TypedCoordinates(double first, double second) {
    /**
     * 50.4281, 2.8189 · 50,4281 2,8189 · 50,4281 ; 2,8189 · 48.3904° N 4.4861° O · 683 000 would be two numbers, so blanks only separate. West
     * (ouest, O) and south are what is below zero.
     */
    private static final Pattern PAIR = Pattern.compile(
            "([-+]?\\d+(?:[.,]\\d+)?)\\s*°?\\s*([NSEWO]?)(?:\\s*;\\s*|\\s*,\\s+|\\s+)([-+]?\\d+(?:[.,]\\d+)?)\\s*°?\\s*([NSEWO]?)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DOTS = Pattern.compile("([-+]?\\d+\\.\\d+),([-+]?\\d+\\.\\d+)");

    /** A place this far outside the buildings is another commune's [m]. */
    private static final double NEAR_M = 3000;

    static Optional<TypedCoordinates> of(String typed) {
        String text = typed.strip();
        Matcher pair = PAIR.matcher(text);
        if (pair.matches()) {
            return Optional.of(
                    new TypedCoordinates(number(pair.group(1), pair.group(2)), number(pair.group(3), pair.group(4))));
        }
        Matcher dots = DOTS.matcher(text);
        return dots.matches()
                ? Optional.of(new TypedCoordinates(number(dots.group(1), ""), number(dots.group(2), "")))
                : Optional.empty();
    }

    /** @param side letter of a quarter of the sky, or nothing */
    private static double number(String text, String side) {
        double number = Double.parseDouble(text.replace(',', '.'));
        return side.matches("(?i)[SWO]") ? -number : number;
    }

    /** Whether it can hardly be anything else, such as a house number and a floor. */
    boolean unmistakable() {
        return first != Math.rint(first) && second != Math.rint(second) || Math.abs(first) > 10_000;
    }

    /**
     * The place that is meant: the reading that lies near the buildings.
     *
     * @param extent of the buildings [project CRS]
     */
    Optional<Place> in(Envelope extent, Crs crs) throws Failure {
        Envelope near = extent.copy();
        near.expandBy(NEAR_M);
        for (Coordinate candidate : java.util.Arrays.asList(
                new Coordinate(first, second),
                degrees(first, second, crs),
                degrees(second, first, crs),
                crs.equals(Crs.LAMBERT_93) ? null : Crs.LAMBERT_93.transform(first, second, crs))) {
            if (candidate != null && near.contains(candidate)) {
                return Optional.of(place(candidate, crs));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Coordinate degrees(double latitude, double longitude, Crs crs) throws Failure {
        return Math.abs(latitude) < 90 && Math.abs(longitude) <= 180
                ? Crs.WGS84.transform(longitude, latitude, crs)
                : null;
    }

    private static Place place(Coordinate at, Crs crs) throws Failure {
        Coordinate degrees = crs.transform(at.x, at.y, Crs.WGS84);
        return new Place(
                Place.Kind.COORDINATES,
                t("search.at", Formats.quantity(at.x, 0, "m"), Formats.quantity(at.y, 0, "m")),
                t("search.degrees", Formats.number(degrees.y, 5), Formats.number(degrees.x, 5)),
                new Envelope(at),
                null);
    }
}
