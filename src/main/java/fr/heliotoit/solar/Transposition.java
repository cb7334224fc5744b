package fr.heliotoit.solar;

/** Diffuse sky irradiance on an unshaded plane from the diffuse on the horizontal. */
public enum Transposition {
    /** Even sky: H. Hottel and B. Woertz, Trans. ASME 64 (1942); B. Liu and R. Jordan, Solar Energy 4 (1960). */
    ISOTROPIC {
        @Override
        public double sky(Hour hour, double surfaceTiltDeg, double cosIncidence) {
            return hour.dhi * (1 + Math.cos(Math.toRadians(surfaceTiltDeg))) / 2;
        }
    },
    /** J. Hay and J. Davies, Proc. First Canadian Solar Radiation Data Workshop (1980) 59: circumsolar share = DNI / extraterrestrial. */
    HAY_DAVIES {
        @Override
        public double sky(Hour hour, double surfaceTiltDeg, double cosIncidence) {
            double index = hour.anisotropyIndex();
            return hour.dhi
                    * (index * hour.beamRatio(cosIncidence)
                            + (1 - index) * (1 + Math.cos(Math.toRadians(surfaceTiltDeg))) / 2);
        }
    },
    /** D. Reindl, W. Beckman and J. Duffie, Solar Energy 45 (1990) 9–17, eq. 8: Hay and Davies with brighter horizon. */
    REINDL {
        @Override
        public double sky(Hour hour, double surfaceTiltDeg, double cosIncidence) {
            double index = hour.anisotropyIndex();
            double horizontalBeam = Math.max(0, hour.dni * hour.cosZenith());
            double half = Math.sin(Math.toRadians(surfaceTiltDeg) / 2);
            double horizon = hour.ghi > 0 ? 1 + Math.sqrt(horizontalBeam / hour.ghi) * half * half * half : 1;
            return hour.dhi
                    * (index * hour.beamRatio(cosIncidence)
                            + (1 - index) * (1 + Math.cos(Math.toRadians(surfaceTiltDeg))) / 2 * horizon);
        }
    },
    /** {@link PerezSky}. */
    PEREZ {
        @Override
        public double sky(Hour hour, double surfaceTiltDeg, double cosIncidence) {
            return PerezSky.of(hour.dhi, hour.dni, hour.extraterrestrialNormal, hour.apparentZenithDeg)
                    .onPlane(surfaceTiltDeg, cosIncidence);
        }
    };

    /** cos Z is not let fall below this (sun 1° above the horizon): the ratio would have no bound. */
    private static final double SMALLEST_COS_ZENITH = 0.01745;

    /**
     * What the models need to know.
     *
     * @param ghi global horizontal [W/m²]
     * @param dni direct normal [W/m²]
     * @param dhi diffuse horizontal [W/m²]
     * @param extraterrestrialNormal [W/m²]
     * @param apparentZenithDeg [°]
     */
    public record Hour(double ghi, double dni, double dhi, double extraterrestrialNormal, double apparentZenithDeg) {
        double cosZenith() {
            return Math.cos(Math.toRadians(apparentZenithDeg));
        }

        double anisotropyIndex() {
            return dni / extraterrestrialNormal;
        }

        double beamRatio(double cosIncidence) {
            return Math.max(0, cosIncidence) / Math.max(SMALLEST_COS_ZENITH, cosZenith());
        }
    }

    /** Diffuse light of the sky on the plane [W/m²]. */
    public abstract double sky(Hour hour, double surfaceTiltDeg, double cosIncidence);

    /** Light that the ground reflects evenly onto a plane [W/m²]: Liu and Jordan, Solar Energy 7 (1963). */
    public static double ground(double ghi, double albedo, double surfaceTiltDeg) {
        return ghi * albedo * (1 - Math.cos(Math.toRadians(surfaceTiltDeg))) / 2;
    }
}
