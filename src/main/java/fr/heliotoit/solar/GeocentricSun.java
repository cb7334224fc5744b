package fr.heliotoit.solar;

/**
 * The sun seen from the centre of the Earth at one instant: the costly half of the Solar Position Algorithm (I. Reda and A. Andreas,
 * Solar Energy 76, 2004, 577–589; NREL/TP-560-34302), the same for all places.
 *
 * @param epochSecond the instant [s since 1970-01-01T00:00Z]
 * @param rightAscensionDeg geocentric apparent right ascension α [°]
 * @param declinationDeg geocentric apparent declination δ [°]
 * @param distanceAu distance of the Earth from the sun [au]
 * @param siderealTimeDeg apparent sidereal time at Greenwich ν [°]
 * @param equationOfTimeMin apparent minus mean solar time [min]
 */
public record GeocentricSun(
        double epochSecond,
        double rightAscensionDeg,
        double declinationDeg,
        double distanceAu,
        double siderealTimeDeg,
        double equationOfTimeMin) {
    private static final double SIDEREAL_DEG_PER_S = 360.98564736629 / 86400;

    /**
     * @param epochSecond [s since 1970-01-01T00:00Z]
     * @param deltaTSeconds terrestrial time minus universal time [s]
     */
    public static GeocentricSun at(double epochSecond, double deltaTSeconds) {
        double jd = epochSecond / 86400 + 2440587.5;
        double jc = (jd - 2451545) / 36525;
        double jce = (jd + deltaTSeconds / 86400 - 2451545) / 36525;
        double jme = jce / 10;
        // Sections 3.2 and 3.3: heliocentric longitude and latitude of the Earth, turned round.
        double theta = Math.toDegrees(SpaTerms.series(SpaTerms.L, jme)) + 180;
        double beta = -Math.toDegrees(SpaTerms.series(SpaTerms.B, jme));
        double r = SpaTerms.series(SpaTerms.R, jme);

        // Section 3.4: nutation in longitude and obliquity.
        double[] x = {
            polynomial(jce, 297.85036, 445267.111480, -0.0019142, 1.0 / 189474),
            polynomial(jce, 357.52772, 35999.050340, -0.0001603, -1.0 / 300000),
            polynomial(jce, 134.96298, 477198.867398, 0.0086972, 1.0 / 56250),
            polynomial(jce, 93.27191, 483202.017538, -0.0036825, 1.0 / 327270),
            polynomial(jce, 125.04452, -1934.136261, 0.0020708, 1.0 / 450000)
        };
        double deltaPsi = 0;
        double deltaEpsilon = 0;
        double[] n = SpaTerms.NUTATION;
        for (int i = 0; i < n.length; i += 9) {
            double argument =
                    Math.toRadians(n[i] * x[0] + n[i + 1] * x[1] + n[i + 2] * x[2] + n[i + 3] * x[3] + n[i + 4] * x[4]);
            deltaPsi += (n[i + 5] + n[i + 6] * jce) * Math.sin(argument);
            deltaEpsilon += (n[i + 7] + n[i + 8] * jce) * Math.cos(argument);
        }
        deltaPsi /= 36000000;
        deltaEpsilon /= 36000000;

        // Sections 3.5 to 3.7: true obliquity, aberration, apparent longitude.
        double meanObliquity = polynomial(
                jme / 10, 84381.448, -4680.93, -1.55, 1999.25, -51.38, -249.67, -39.05, 7.12, 27.87, 5.79, 2.45);
        double epsilon = Math.toRadians(meanObliquity / 3600 + deltaEpsilon);
        double lambda = Math.toRadians(theta + deltaPsi - 20.4898 / (3600 * r));
        double betaRad = Math.toRadians(beta);

        // Sections 3.8 to 3.10: sidereal time, right ascension, declination.
        double sidereal = 280.46061837
                + 360.98564736629 * (jd - 2451545)
                + jc * jc * (0.000387933 - jc / 38710000)
                + deltaPsi * Math.cos(epsilon);
        double alpha = Math.toDegrees(Math.atan2(
                Math.sin(lambda) * Math.cos(epsilon) - Math.tan(betaRad) * Math.sin(epsilon), Math.cos(lambda)));
        double delta = Math.asin(
                Math.sin(betaRad) * Math.cos(epsilon) + Math.cos(betaRad) * Math.sin(epsilon) * Math.sin(lambda));

        // Appendix A.1: equation of time.
        double meanLongitude =
                polynomial(jme, 280.4664567, 360007.6982779, 0.03032028, 1.0 / 49931, -1.0 / 15300, -1.0 / 2000000);
        double eot = Math.IEEEremainder(4 * (meanLongitude - 0.0057183 - alpha + deltaPsi * Math.cos(epsilon)), 1440);
        return new GeocentricSun(epochSecond, wrap360(alpha), Math.toDegrees(delta), r, wrap360(sidereal), eot);
    }

    /**
     * The sun a little earlier or later: right ascension and sidereal time move on at their rates, declination at its own. Within half an
     * hour the position stays within 1e-5° of {@link #at}.
     *
     * @param after the sun at an instant later by no more than an hour
     * @param epochSecond an instant between this one and the later one
     */
    public GeocentricSun towards(GeocentricSun after, double epochSecond) {
        double f = (epochSecond - this.epochSecond) / (after.epochSecond - this.epochSecond);
        return new GeocentricSun(
                epochSecond,
                rightAscensionDeg + f * Math.IEEEremainder(after.rightAscensionDeg - rightAscensionDeg, 360),
                declinationDeg + f * (after.declinationDeg - declinationDeg),
                distanceAu + f * (after.distanceAu - distanceAu),
                siderealTimeDeg + f * Math.IEEEremainder(after.siderealTimeDeg - siderealTimeDeg, 360),
                equationOfTimeMin + f * (after.equationOfTimeMin - equationOfTimeMin));
    }

    /**
     * The sun a little earlier or later, with the Earth turned and the sun's place among the stars kept: within half an hour good to 0.02°.
     *
     * @param seconds later, negative for earlier
     */
    public GeocentricSun rotated(double seconds) {
        return new GeocentricSun(
                epochSecond + seconds,
                rightAscensionDeg,
                declinationDeg,
                distanceAu,
                siderealTimeDeg + seconds * SIDEREAL_DEG_PER_S,
                equationOfTimeMin);
    }

    /**
     * Difference between terrestrial and universal time for a year [s]: F. Espenak and J. Meeus, "Five Millennium Canon of Solar Eclipses",
     * NASA/TP-2006-214141, polynomial expressions for 1900–2150. It moves the sun by 1e-5° per second.
     */
    public static double deltaTSeconds(double year) {
        if (year < 1920) {
            return polynomial(year - 1900, -2.79, 1.494119, -0.0598939, 0.0061966, -0.000197);
        }
        if (year < 1941) {
            return polynomial(year - 1920, 21.20, 0.84493, -0.076100, 0.0020936);
        }
        if (year < 1961) {
            return polynomial(year - 1950, 29.07, 0.407, -1.0 / 233, 1.0 / 2547);
        }
        if (year < 1986) {
            return polynomial(year - 1975, 45.45, 1.067, -1.0 / 260, -1.0 / 718);
        }
        if (year < 2005) {
            return polynomial(year - 2000, 63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599);
        }
        if (year < 2050) {
            return polynomial(year - 2000, 62.92, 0.32217, 0.005589);
        }
        double u = (year - 1820) / 100;
        return -20 + 32 * u * u - 0.5628 * (2150 - year);
    }

    static double wrap360(double deg) {
        double wrapped = deg % 360;
        return wrapped < 0 ? wrapped + 360 : wrapped;
    }

    private static double polynomial(double x, double... coefficients) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
