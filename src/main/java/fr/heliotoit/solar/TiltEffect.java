package fr.heliotoit.solar;

/** How much the light of a year on an open plane changes with its tilt: what an error of the tilt costs. Immutable. */
public final class TiltEffect {
    private static final int TILT_STEP = 5;
    private static final int MOST_TILT = 75;
    private static final int AZIMUTH_STEP = 30;

    private final double[][] light = new double[MOST_TILT / TILT_STEP + 1][360 / AZIMUTH_STEP];

    public TiltEffect(LightHours hours) {
        PvSystem system = new PvSystem(0.16, 25, 0, PvWatts.DEFAULT, 0);
        for (int t = 0; t < light.length; t++) {
            for (int a = 0; a < light[t].length; a++) {
                light[t][a] = PlaneYield.of(hours, t * TILT_STEP, a * AZIMUTH_STEP, null, system)
                        .yearKWhM2();
            }
        }
    }

    /** Relative change of the year's light per degree of tilt, not negative [1/°]. */
    public double at(double surfaceTiltDeg, double surfaceAzimuthDeg) {
        int t = Math.clamp(Math.round(surfaceTiltDeg / TILT_STEP), 1, light.length - 2);
        int a = (int) Math.floorMod(Math.round(surfaceAzimuthDeg / AZIMUTH_STEP), 360L / AZIMUTH_STEP);
        return Math.abs(light[t + 1][a] - light[t - 1][a]) / (2 * TILT_STEP) / light[t][a];
    }
}
