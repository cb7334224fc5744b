package fr.heliotoit.demo;

import org.locationtech.jts.geom.Polygon;

/**
 * A plot of the land register.
 *
 * @param section two letters
 * @param publicOwner whether the commune owns it
 * @param kind what grows or stands there
 */
record Parcel(String section, int number, Polygon shape, boolean publicOwner, Kind kind) {
    enum Kind {
        GARDEN,
        GROUNDS,
        PAVED,
        FIELD,
        WASTE
    }

    /** Fourteen characters: commune, prefix, section, number. */
    String id() {
        String digits = "000" + number;
        return Site.INSEE + "000" + section + digits.substring(digits.length() - 4);
    }
}
