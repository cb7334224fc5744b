package fr.heliotoit.solar;

/**
 * From light to power: A. Dobos, "PVWatts version 5 manual", NREL/TP-6A20-62641 (2014).
 *
 * @param gammaPerK temperature coefficient of power, about −0.0035 [1/K]
 * @param losses soiling, mismatch, wiring and so on, together, 0–1
 * @param dcAcRatio module power over the inverter's greatest output
 * @param inverterEfficiency nominal, 0–1
 */
public record PvWatts(double gammaPerK, double losses, double dcAcRatio, double inverterEfficiency) {
    /** Efficiency of the inverter that the curve was taken from: manual, eq. 11. */
    private static final double REFERENCE_EFFICIENCY = 0.9637;

    /** Losses of the manual's table 4 together: 14.08 %. */
    public static final double DEFAULT_LOSSES =
            1 - (1 - 0.02) * (1 - 0.03) * (1 - 0.02) * (1 - 0.02) * (1 - 0.005) * (1 - 0.015) * (1 - 0.01) * (1 - 0.03);

    /** The manual's premium module (−0.35 %/K), losses and inverter. */
    public static final PvWatts DEFAULT = new PvWatts(-0.0035, DEFAULT_LOSSES, 1.1, 0.96);

    public PvWatts {
        if (!(gammaPerK <= 0 && gammaPerK > -0.02)
                || !(losses >= 0 && losses < 1)
                || !(dcAcRatio > 0)
                || !(inverterEfficiency > 0 && inverterEfficiency <= 1)) {
            throw new IllegalArgumentException(gammaPerK + " " + losses + " " + dcAcRatio + " " + inverterEfficiency);
        }
    }

    /**
     * Power of the modules before system losses [W per W at standard conditions]: manual, eq. 8.
     *
     * @param effective irradiance in the plane after reflection losses [W/m²]
     * @param cellC cell temperature [°C]
     */
    public double dc(double effective, double cellC) {
        return Math.max(0, effective / 1000 * (1 + gammaPerK * (cellC - 25)));
    }

    /** Power at the meter [W per W of modules] from {@link #dc}: manual, eq. 10–12. */
    public double ac(double dc) {
        return ac(dc * (1 - losses), 1 / dcAcRatio / inverterEfficiency, inverterEfficiency);
    }

    /** Greatest power at the meter [W per W of modules]: what lies above is clipped. */
    public double greatestAc() {
        return 1 / dcAcRatio;
    }

    /** Power at the meter had the inverter no limit [W per W of modules]. */
    double unlimitedAc(double dc) {
        double input = dc * (1 - losses);
        double load = input * dcAcRatio * inverterEfficiency;
        return input > 0 ? efficiency(load, inverterEfficiency) * input : 0;
    }

    /**
     * The inverter curve.
     *
     * @param dc input [W]
     * @param rating greatest DC input [W]; the greatest output is nominal · rating
     * @param nominal efficiency, 0–1
     */
    static double ac(double dc, double rating, double nominal) {
        if (!(dc > 0)) {
            return 0;
        }
        return Math.clamp(efficiency(dc / rating, nominal) * dc, 0, nominal * rating);
    }

    private static double efficiency(double load, double nominal) {
        return nominal / REFERENCE_EFFICIENCY * (-0.0162 * load - 0.0059 / load + 0.9858);
    }
}
