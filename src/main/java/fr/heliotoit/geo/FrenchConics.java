package fr.heliotoit.geo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The conformal conics of metropolitan France on RGF93, told from the numbers in a well-known text: Lambert-93 and the nine zones
 * CC42 to CC50 (IGN, "Projections coniques conformes 9 zones", 2006). Nearly every file of a French town hall is in one of them, and
 * waking the EPSG base to compare takes more than a second.
 */
final class FrenchConics {
    private static final String NUMBER = "\\s*,\\s*(-?\\d+(?:\\.\\d+)?)\\s*[,\\]]";
    private static final Pattern ELLIPSOID =
            Pattern.compile("SPHEROID\\[\"[^\"]*\",\\s*6378137(?:\\.0+)?,\\s*298\\.25722210?\\d*\\s*[,\\]]");
    private static final Pattern METRES = Pattern.compile("UNIT\\[\"(?:M|METRE|METER)\",\\s*1(?:\\.0+)?\\s*[,\\]]");
    private static final Pattern EAST_FIRST = Pattern.compile("AXIS\\[\"[^\"]*\",\\s*(\\w+)\\]");

    private FrenchConics() {}

    /** Whether an EPSG number is that of one of them. */
    static boolean known(int number) {
        return number == 2154 || number >= 3942 && number <= 3950;
    }

    /** The system, when the text describes one of them beyond doubt; empty for anything else. */
    static Optional<Crs> fromWkt(String wkt) {
        String text = wkt.toUpperCase(Locale.ROOT);
        boolean conic = text.startsWith("PROJCS[") && text.contains("PROJECTION[\"LAMBERT_CONFORMAL_CONIC");
        boolean datum = datum(text) && ELLIPSOID.matcher(text).find() && text.contains("PRIMEM[\"GREENWICH\",");
        if (!conic || !datum || !METRES.matcher(text).find() || !eastFirst(text)) {
            return Optional.empty();
        }
        double[] parallels = {parameter(text, "STANDARD_PARALLEL_1"), parameter(text, "STANDARD_PARALLEL_2")};
        Arrays.sort(parallels);
        double scale = text.contains("\"SCALE_FACTOR\"") ? parameter(text, "SCALE_FACTOR") : 1;
        double[] found = {
            parameter(text, "FALSE_EASTING"),
            parameter(text, "FALSE_NORTHING"),
            parameter(text, "CENTRAL_MERIDIAN"),
            parameter(text, "LATITUDE_OF_ORIGIN"),
            parallels[0],
            parallels[1],
            scale
        };
        if (Arrays.equals(found, new double[] {700_000, 6_600_000, 3, 46.5, 44, 49, 1})) {
            return Optional.of(Crs.LAMBERT_93);
        }
        for (int zone = 42; zone <= 50; zone++) {
            double north = (zone - 41) * 1e6 + 200_000;
            if (Arrays.equals(found, new double[] {1_700_000, north, 3, zone, zone - 0.75, zone + 0.75, 1})) {
                return Optional.of(new Crs("EPSG:" + (3900 + zone)));
            }
        }
        return Optional.empty();
    }

    private static boolean datum(String text) {
        int at = text.indexOf("DATUM[\"");
        int end = at < 0 ? -1 : text.indexOf('"', at + 7);
        String name = end < 0 ? "" : text.substring(at + 7, end);
        return name.contains("RGF") || name.contains("FRANCAIS") && name.contains("1993");
    }

    /** Whether the axes of the plane, when they are named, are east and north; those of the geographic base stand before them. */
    private static boolean eastFirst(String text) {
        Matcher axis = EAST_FIRST.matcher(text).region(text.indexOf("PROJECTION["), text.length());
        return !axis.find()
                || axis.group(1).equals("EAST") && axis.find() && axis.group(1).equals("NORTH");
    }

    private static double parameter(String text, String name) {
        Matcher value = Pattern.compile("PARAMETER\\[\"" + name + "\"" + NUMBER).matcher(text);
        return value.find() ? Double.parseDouble(value.group(1)) : Double.NaN;
    }
}
