package fr.heliotoit.ui.model;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Something that a search leads to.
 *
 * @param title what people call it
 * @param detail what else is known, to tell it from others; may be empty
 * @param envelope where it is [project CRS]
 * @param building null when it is none
 */
public record Place(
        Kind kind,
        String title,
        String detail,
        Envelope envelope,
        @Nullable BuildingRecord building) {
    /** In the order in which equally good results are shown. */
    public enum Kind {
        BUILDING,
        ADDRESS,
        PARCEL,
        CAR_PARK,
        PROTECTION,
        COORDINATES
    }

    public static Place of(BuildingRecord record) {
        Building b = record.building();
        String title = CardContent.title(b);
        return new Place(
                Kind.BUILDING,
                title,
                Stream.of(b.address(), b.parcel(), b.id())
                        .filter(Objects::nonNull)
                        .filter(text -> !text.isBlank() && !text.equals(title))
                        .collect(Collectors.joining(" · ")),
                b.footprint().getEnvelopeInternal(),
                record);
    }
}
