package fr.heliotoit.ui.model;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** Farther than that wherever people live, and near enough for any projection [°]. */
    private static final double NEAR_DEG = 1;

    /** Metropolitan France with room around it [m]. */
    private static final Envelope LAMBERT_93 = new Envelope(0, 1_400_000, 6_000_000, 7_300_000);

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
        if (extent.isNull()) {
            return Optional.empty();
        }
        Envelope near = extent.copy();
        near.expandBy(NEAR_M);
        Coordinate here = extent.centre();
        Coordinate degrees = crs.transform(here.x, here.y, Crs.WGS84);
        List<Coordinate> candidates = new ArrayList<>(List.of(new Coordinate(first, second)));
        // A projection is asked only about places where it holds: far from there it fails, or gives something.
        for (Coordinate typed : List.of(new Coordinate(second, first), new Coordinate(first, second))) {
            if (Math.abs(typed.x - degrees.x) < NEAR_DEG && Math.abs(typed.y - degrees.y) < NEAR_DEG) {
                candidates.add(Crs.WGS84.transform(typed.x, typed.y, crs));
            }
        }
        if (!crs.equals(Crs.LAMBERT_93) && LAMBERT_93.contains(first, second)) {
            candidates.add(Crs.LAMBERT_93.transform(first, second, crs));
        }
        for (Coordinate candidate : candidates) {
            if (near.contains(candidate)) {
                return Optional.of(place(candidate, crs));
            }
        }
        return Optional.empty();
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
