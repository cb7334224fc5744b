package fr.heliotoit.cadastre;

import org.locationtech.jts.geom.Geometry;

/**
 * One plane of a roof.
 *
 * @param outline in the project's CRS, seen from above
 * @param surfaceTiltDeg 0 (flat) – 90 [°]
 * @param surfaceAzimuthDeg direction it faces, 0–360, north 0, clockwise [°]; 180 when flat
 * @param areaM2 true area, not projected [m²]
 * @param fitErrorM root mean square distance of the surface model from the plane [m]; NaN when the plane was supplied
 * @param explainedShare share of the roof's cells nearer than 0.3 m to the plane, 0–1; NaN when the plane was supplied
 */
public record RoofPlane(
        String id,
        String buildingId,
        Geometry outline,
        double surfaceTiltDeg,
        double surfaceAzimuthDeg,
        double areaM2,
        double fitErrorM,
        double explainedShare) {
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
}
