package fr.heliotoit.rules;

import fr.heliotoit.text.Failure;

/**
 * How far a yield may be from its estimate. Each cause gets a relative standard deviation; being independent they add as squares
 * (JCGM 100:2008, 5.1.2); a rectangular law of half-width a counts a/√3 (4.3.7). The interval is that of the normal law at the coverage of
 * the pack, cut at zero.
 *
 * @param weatherYear from one year to another
 * @param surfaceModel noise of the heights, through the tilt of the planes
 * @param performanceRatio modules, losses, inverter
 * @param usableShare how much of the roof takes modules; counts for the production of a roof, not for its specific yield
 */
public record Uncertainty(double weatherYear, double surfaceModel, double performanceRatio, double usableShare) {
    /**
     * What is known about a figure.
     *
     * @param syntheticYear whether the weather year was made of monthly sums
     * @param layout whether the usable share comes from a layout of modules
     * @param suppliedRaster whether the irradiation comes from somebody's raster
     * @param tiltEffect relative change of the yield per degree of tilt [1/°]
     * @param tiltErrorDeg standard error of the tilt [°]
     */
    public record Knowledge(
            boolean syntheticYear, boolean layout, boolean suppliedRaster, double tiltEffect, double tiltErrorDeg) {}

    public static Uncertainty of(DataPack pack, Knowledge known) throws Failure {
        double weather = known.syntheticYear
                ? Math.hypot(pack.value("weatherYear"), pack.value("syntheticYear"))
                : pack.value("weatherYear");
        double tilt = known.tiltEffect * Math.max(pack.value("planeTiltFloor"), known.tiltErrorDeg);
        return new Uncertainty(
                weather,
                known.suppliedRaster ? pack.value("suppliedRaster") : Math.abs(tilt),
                pack.value("performanceRatioHalfWidth") / Math.sqrt(3),
                pack.value(known.layout ? "usableLayoutHalfWidth" : "usableShareHalfWidth") / Math.sqrt(3));
    }

    /** Relative standard deviation of a roof's production. */
    public double combined() {
        return Math.sqrt(weatherYear * weatherYear
                + surfaceModel * surfaceModel
                + performanceRatio * performanceRatio
                + usableShare * usableShare);
    }

    /** @param coverage standard deviations on each side, 1.2816 for 80 % */
    public Interval around(double value, double coverage) {
        double half = value * coverage * combined();
        return new Interval(Math.max(0, value - half), value, value + half);
    }

    /**
     * Standard error of the tilt of a fitted plane [°]: the fit's residual over half the side of a square of the plane's area. Neighbouring
     * errors of a surface model go together, so the many cells do not help.
     *
     * @param fitErrorM root mean square residual [m]; NaN when not known
     * @param areaM2 of the plane
     */
    public static double tiltErrorDeg(double fitErrorM, double areaM2) {
        return fitErrorM > 0 && areaM2 > 0 ? Math.toDegrees(Math.atan(fitErrorM / (Math.sqrt(areaM2) / 2))) : 0;
    }
}
