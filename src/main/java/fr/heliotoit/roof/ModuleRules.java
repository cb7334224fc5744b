package fr.heliotoit.roof;

import java.util.List;

/**
 * What modules are like and how they may lie.
 *
 * @param widthM short side of a module [m]
 * @param lengthM long side of a module [m]
 * @param gapM between two modules [m]
 * @param edgeM distance from eaves and verges [m]
 * @param ridgeM distance from ridges, hips, valleys and the planes beside [m]
 * @param obstacleM distance from chimneys, dormers and plant [m]
 * @param flatBelowDeg planes up to this tilt carry rows [°]
 * @param flatEdgeM distance of rows from the edge of the roof [m]
 * @param rows how rows on a flat roof face
 * @param southTiltDeg tilt of modules in rows that face south [°]
 * @param eastWestTiltDeg tilt of modules in pairs of rows that face east and west [°]
 * @param aisleM way between two pairs of rows [m]
 * @param winterSunDeg elevation of the sun that must still pass over the row in front [°]
 * @param leastShare of the irradiation of the plane's best cell that a cell needs to carry a module, 0–1
 */
public record ModuleRules(
        double widthM,
        double lengthM,
        double gapM,
        double edgeM,
        double ridgeM,
        double obstacleM,
        double flatBelowDeg,
        double flatEdgeM,
        Rows rows,
        double southTiltDeg,
        double eastWestTiltDeg,
        double aisleM,
        double winterSunDeg,
        double leastShare) {
    /** How rows on a flat roof face. */
    public enum Rows {
        /** All towards the side of the building nearest to south. */
        SOUTH,
        /** In pairs, back to back. */
        EAST_WEST
    }

    /** With a lower sun rows would stand endlessly far apart [°]. */
    private static final double LOWEST_SUN_DEG = 5;

    public ModuleRules {
        if (!(widthM > 0 && lengthM >= widthM && gapM >= 0 && edgeM >= 0 && ridgeM >= 0 && obstacleM >= 0)) {
            throw new IllegalArgumentException("module " + widthM + " × " + lengthM + ", gap " + gapM);
        }
        if (!(leastShare >= 0 && leastShare <= 1)) {
            throw new IllegalArgumentException("share " + leastShare);
        }
    }

    public double moduleAreaM2() {
        return widthM * lengthM;
    }

    public boolean flat(double tiltDeg) {
        return tiltDeg <= flatBelowDeg;
    }

    /**
     * How modules face.
     *
     * @param tiltDeg 0–90 [°]
     * @param azimuthDeg north 0, clockwise, of the grid, 0–360 [°]
     */
    public record Facing(double tiltDeg, double azimuthDeg) {}

    /**
     * How the modules on a plane face: as the plane, or as the rows on a flat roof, which follow the building.
     *
     * @param southDeg azimuth of the side of the building nearest to south, of the grid [°]
     */
    public List<Facing> facings(RoofFit.Piece plane, double southDeg) {
        if (!flat(plane.tiltDeg())) {
            return List.of(new Facing(plane.tiltDeg(), plane.azimuthDeg()));
        }
        if (rows == Rows.SOUTH) {
            return List.of(new Facing(southTiltDeg, southDeg));
        }
        return List.of(
                new Facing(eastWestTiltDeg, (southDeg + 270) % 360),
                new Facing(eastWestTiltDeg, (southDeg + 90) % 360));
    }

    /** Depth of a row as seen from above, for rows that face south [m]. */
    double southDepthM() {
        return widthM * Math.cos(Math.toRadians(southTiltDeg));
    }

    /** From one row that faces south to the next, so that the winter sun passes over: depth + height / tan(elevation) [m]. */
    double southPitchM() {
        double height = widthM * Math.sin(Math.toRadians(southTiltDeg));
        return southDepthM() + height / Math.tan(Math.toRadians(Math.max(LOWEST_SUN_DEG, winterSunDeg)));
    }

    /** Depth of one of the two rows of a pair, seen from above [m]. */
    double eastWestDepthM() {
        return widthM * Math.cos(Math.toRadians(eastWestTiltDeg));
    }

    /** Elevation of the sun at noon of the winter solstice (obliquity 23.44°), at most 90 [°]. */
    public static double winterSunDeg(double latitudeDeg) {
        return 90 - Math.abs(Math.abs(latitudeDeg) - (-23.44));
    }
}
