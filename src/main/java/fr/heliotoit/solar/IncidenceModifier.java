package fr.heliotoit.solar;

/** Share of the light that the glass of a module lets through at an angle, compared with straight incidence: 0–1. */
@FunctionalInterface
public interface IncidenceModifier {
    /** @param cosIncidence cosine of the angle of incidence; 0 or less gives 0 */
    double at(double cosIncidence);

    /** No loss. */
    static IncidenceModifier none() {
        return cos -> cos > 0 ? 1 : 0;
    }

    /**
     * A. Souka and H. Safwat, Solar Energy 10 (1966) 170–174, in the form of ASHRAE standard 93-77: 1 − b (1/cos θ − 1).
     *
     * @param b about 0.05
     */
    static IncidenceModifier ashrae(double b) {
        return cos -> cos > 0 ? Math.max(0, 1 - b * (1 / cos - 1)) : 0;
    }

    /**
     * Refraction and absorption of one pane: W. De Soto, S. Klein and W. Beckman, Solar Energy 80 (2006) 78–88, eq. 12–14 (Snell, Fresnel,
     * Bouguer), each polarisation by itself.
     *
     * @param index of refraction, 1.526 for glass
     * @param extinctionPerM glazing extinction coefficient, 4 for water white glass [1/m]
     * @param thicknessM 0.002 [m]
     */
    static IncidenceModifier physical(double index, double extinctionPerM, double thicknessM) {
        double straight = (1 - square((1 - index) / (1 + index))) * Math.exp(-extinctionPerM * thicknessM);
        return cos -> {
            if (!(cos > 0)) {
                return 0;
            }
            double inside = Math.sqrt(1 - (1 - cos * cos) / (index * index));
            double across = square((cos - index * inside) / (cos + index * inside));
            double along = square((inside - index * cos) / (inside + index * cos));
            double transmitted = (1 - (across + along) / 2) * Math.exp(-extinctionPerM * thicknessM / inside);
            return transmitted / straight;
        };
    }

    /**
     * N. Martin and J. Ruiz, Solar Energy Materials and Solar Cells 70 (2001) 25–38, eq. 7; IEC 61853-3.
     *
     * @param ar angular loss coefficient, 0.16 for clean glass
     */
    static IncidenceModifier martinRuiz(double ar) {
        double straight = 1 - Math.exp(-1 / ar);
        return cos -> cos > 0 ? (1 - Math.exp(-cos / ar)) / straight : 0;
    }

    /**
     * The same glass for diffuse light: Martin and Ruiz 2001, eq. 9 and 10, with the corrigendum of 2013 and c2 of IEC 61853-3, 7.2.
     *
     * @param sky of the even sky; {@code ground} of the ground
     */
    record Diffuse(double sky, double ground) {
        /** @param surfaceTiltDeg 0–180 [°] */
        public static Diffuse martinRuiz(double ar, double surfaceTiltDeg) {
            return martinRuiz(ar, surfaceTiltDeg, 4 / (3 * Math.PI));
        }

        static Diffuse martinRuiz(double ar, double surfaceTiltDeg, double c1) {
            double beta = Math.toRadians(Math.clamp(surfaceTiltDeg, 1e-6, 180 - 1e-6));
            double sin = Math.sin(beta);
            double skyTerm = sin + (Math.PI - beta - sin) / (1 + Math.cos(beta));
            double groundTerm = sin + (beta - sin) / (1 - Math.cos(beta));
            return new Diffuse(transmitted(ar, skyTerm, c1), transmitted(ar, groundTerm, c1));
        }

        private static double transmitted(double ar, double term, double c1) {
            double c2 = 0.5 * ar - 0.154;
            return 1 - Math.exp(-(c1 + c2 * term) * term / ar);
        }
    }

    private static double square(double x) {
        return x * x;
    }
}
