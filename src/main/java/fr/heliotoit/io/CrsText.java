package fr.heliotoit.io;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Systems as files name them. */
final class CrsText {
    private static final Pattern EPSG = Pattern.compile("(?i)\\bEPSG\\b.*?[:/](\\d{4,6})$");
    private static final Pattern NAME = Pattern.compile("^\\s*\\w+\\s*[\\[(]\\s*\"([^\"]{0,200})\"");

    private CrsText() {}

    /** Names such as {@code EPSG:2154}, {@code urn:ogc:def:crs:EPSG::2154}, {@code urn:ogc:def:crs:OGC:1.3:CRS84}. */
    static Optional<Crs> fromName(String name) {
        String text = name.strip();
        if (text.toUpperCase(java.util.Locale.ROOT).endsWith("CRS84")) {
            return Optional.of(Crs.WGS84);
        }
        Matcher epsg = EPSG.matcher(text);
        return epsg.find() ? fromCode(epsg.group(1)) : Optional.empty();
    }

    /** @param digits an EPSG number */
    static Optional<Crs> fromCode(String digits) {
        try {
            return Optional.of(Crs.of("EPSG:" + digits));
        } catch (Failure e) {
            return Optional.empty(); // The caller says which system is not known.
        }
    }

    /** The first name in a well-known text, for messages. */
    static String nameOf(String wkt) {
        Matcher name = NAME.matcher(wkt);
        return name.find() ? name.group(1) : wkt.substring(0, Math.min(40, wkt.length()));
    }
}
