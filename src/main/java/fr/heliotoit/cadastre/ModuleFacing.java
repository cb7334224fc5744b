package fr.heliotoit.cadastre;

/**
 * A direction that modules of a roof face, without their outlines.
 *
 * @param tiltDeg of the modules [°]
 * @param azimuthDeg true azimuth, 0–360, north 0, clockwise [°]
 * @param powerKWp of those that face there [kWc]
 */
public record ModuleFacing(double tiltDeg, double azimuthDeg, double powerKWp) {}
