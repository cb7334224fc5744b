package fr.heliotoit.app;

import fr.heliotoit.geo.AreaOfUse;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * From the system of a file to that of the project.
 *
 * @param area where both are used
 */
record Placing(Crs from, Crs to, AreaOfUse.Check area) {
    /** @param target where the project's system is used */
    static Placing of(Crs from, Crs to, AreaOfUse target) throws Failure {
        return new Placing(from, to, AreaOfUse.of(from).against(target));
    }

    /** @throws Failure when it lies where neither can be right */
    Geometry place(Geometry geometry) throws Failure {
        Coordinate centre = geometry.getEnvelopeInternal().centre();
        if (!area.plausible(centre.x, centre.y)) {
            throw Failure.of(
                    "app.import.outside",
                    Formats.number(centre.x, 1),
                    Formats.number(centre.y, 1),
                    from.code(),
                    to.code());
        }
        return from.transform(geometry, to);
    }
}
