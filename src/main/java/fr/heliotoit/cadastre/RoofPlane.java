package fr.heliotoit.cadastre;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One plane of a roof.
 *
 * @param outline in the project's CRS, seen from above
 * @param surfaceTiltDeg 0 (flat) – 90 [°]
 * @param surfaceAzimuthDeg direction it faces, 0–360, north 0, clockwise [°]; 180 when flat
 * @param areaM2 true area, not projected [m²]
 * @param fitErrorM root mean square distance of the surface model from the plane [m]; NaN when the plane was supplied
 * @param explainedShare share of the plane's cells nearer than 0.25 m to the plane, 0–1; NaN when the plane was supplied
 * @param origin how it came to be
 * @param overhangM by how much the outline of the building was widened because its roof reaches beyond its walls; 0 when the contour was
 *     taken as it is; NaN when not measured [m]
 * @param energy what its modules yield; null when not computed, or by a version that did not keep it
 */
public record RoofPlane(
        String id,
        String buildingId,
        Geometry outline,
        double surfaceTiltDeg,
        double surfaceAzimuthDeg,
        double areaM2,
        double fitErrorM,
        double explainedShare,
        Origin origin,
        double overhangM,
        @Nullable PlaneEnergy energy) {
    /** How a plane came to be; the code is what files say. */
    public enum Origin {
        /** Found in the surface model. */
        FOUND("trouve"),
        /** Drawn by somebody else and imported. */
        SUPPLIED("fourni"),
        /** One for the whole roof, which has fewer cells than a plane needs. */
        FEW_CELLS("repli_peu_de_points"),
        /** One for the whole roof, whose heights lie on no planes. */
        SCATTERED("repli_disperse");

        private final String code;

        Origin(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /** Whether it stands for planes that could not be made out; it says little then. */
        public boolean makeshift() {
            return this == FEW_CELLS || this == SCATTERED;
        }

        public static Origin ofCode(String code) {
            for (Origin origin : values()) {
                if (origin.code.equals(code)) {
                    return origin;
                }
            }
            throw new IllegalArgumentException(code);
        }
    }

    /** A plane found in the surface model, with the contour as it is. */
    public RoofPlane(
            String id,
            String buildingId,
            Geometry outline,
            double surfaceTiltDeg,
            double surfaceAzimuthDeg,
            double areaM2,
            double fitErrorM,
            double explainedShare) {
        this(
                id,
                buildingId,
                outline,
                surfaceTiltDeg,
                surfaceAzimuthDeg,
                areaM2,
                fitErrorM,
                explainedShare,
                Origin.FOUND,
                Double.NaN,
                null);
    }

    public RoofPlane {
        if (!(surfaceTiltDeg >= 0 && surfaceTiltDeg <= 90)) {
            throw new IllegalArgumentException("tilt " + surfaceTiltDeg);
        }
        if (!(surfaceAzimuthDeg >= 0 && surfaceAzimuthDeg < 360)) {
            throw new IllegalArgumentException("azimuth " + surfaceAzimuthDeg);
        }
        if (!(areaM2 > 0)) {
            throw new IllegalArgumentException("area " + areaM2);
        }
    }

    /** The same plane when its building has got another id, which the plane's own begins with. */
    public RoofPlane of(String building) {
        return new RoofPlane(
                renamed(id, buildingId, building),
                building,
                outline,
                surfaceTiltDeg,
                surfaceAzimuthDeg,
                areaM2,
                fitErrorM,
                explainedShare,
                origin,
                overhangM,
                energy);
    }

    /** The same plane with what its modules yield. */
    public RoofPlane with(PlaneEnergy yields) {
        return new RoofPlane(
                id,
                buildingId,
                outline,
                surfaceTiltDeg,
                surfaceAzimuthDeg,
                areaM2,
                fitErrorM,
                explainedShare,
                origin,
                overhangM,
                yields);
    }

    static String renamed(String plane, String former, String building) {
        return plane.startsWith(former + "-") ? building + plane.substring(former.length()) : plane;
    }
}
