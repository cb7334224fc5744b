package fr.heliotoit.cadastre;

import org.locationtech.jts.geom.Geometry;

/**
 * The modules laid on one roof plane.
 *
 * @param planeId of the {@link RoofPlane}
 * @param modules outlines from above, one polygon each, in the project's CRS
 * @param count whole modules, at least 1
 * @param powerKWp of all of them under standard test conditions [kWc]
 * @param areaM2 of all of them [m²]
 * @param tiltDeg of the modules: that of the plane, or of the rows on a flat roof [°]
 * @param azimuthDeg true azimuth they face, 0–360, north 0, clockwise; in pairs of rows every second row faces the other way [°]
 * @param arrangement {@code portrait}, {@code paysage}, {@code rangees_sud} or {@code rangees_est_ouest}
 */
public record ModuleArray(
        String planeId,
        String buildingId,
        Geometry modules,
        int count,
        double powerKWp,
        double areaM2,
        double tiltDeg,
        double azimuthDeg,
        String arrangement) {
    public ModuleArray {
        if (count < 1 || count != modules.getNumGeometries()) {
            throw new IllegalArgumentException(count + " modules, " + modules.getNumGeometries() + " outlines");
        }
        if (!(powerKWp > 0 && areaM2 > 0 && tiltDeg >= 0 && tiltDeg <= 90 && azimuthDeg >= 0 && azimuthDeg < 360)) {
            throw new IllegalArgumentException("modules " + powerKWp + " " + areaM2 + " " + tiltDeg + " " + azimuthDeg);
        }
    }

    /** The same modules when the building has got another id. */
    public ModuleArray of(String building) {
        return new ModuleArray(
                RoofPlane.renamed(planeId, buildingId, building),
                building,
                modules,
                count,
                powerKWp,
                areaM2,
                tiltDeg,
                azimuthDeg,
                arrangement);
    }
}
