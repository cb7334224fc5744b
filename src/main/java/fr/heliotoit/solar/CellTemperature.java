package fr.heliotoit.solar;

/** Temperature of the cells of a module. */
@FunctionalInterface
public interface CellTemperature {
    /**
     * @param poa irradiance in the plane of the module [W/m²]
     * @param airC air temperature [°C]
     * @param wind wind speed [m/s]
     * @return [°C]
     */
    double at(double poa, double airC, double wind);

    /**
     * D. Faiman, "Assessing the outdoor operating temperature of photovoltaic modules", Progress in Photovoltaics 16 (2008) 307–315; IEC
     * 61853-2: air + G / (u0 + u1 v).
     *
     * @param u0 25 [W/m²/K]
     * @param u1 6.84 [W·s/m³/K]
     */
    static CellTemperature faiman(double u0, double u1) {
        return (poa, air, wind) -> air + poa / (u0 + u1 * wind);
    }

    /**
     * PVsyst (A. Mermoud and B. Wittmer, PVsyst user's manual, 2014): air + G α (1 − η) / (Uc + Uv v), α = 0.9.
     *
     * @param uc 29 free standing, 20 with a closed back [W/m²/K]
     * @param uv 0 [W·s/m³/K]
     * @param efficiency of the module, 0–1
     */
    static CellTemperature pvsyst(double uc, double uv, double efficiency) {
        return (poa, air, wind) -> air + poa * 0.9 * (1 - efficiency) / (uc + uv * wind);
    }

    /**
     * D. King, W. Boyson and J. Kratochvil, "Photovoltaic array performance model", SAND2004-3535 (2004), eq. 11 and 12.
     *
     * @param deltaT cell above module back at 1000 W/m² [K]
     */
    static CellTemperature sapm(double a, double b, double deltaT) {
        return (poa, air, wind) -> air + poa * Math.exp(a + b * wind) + poa / 1000 * deltaT;
    }

    /** SAPM for glass/glass modules in the open: King et al. 2004, table 1. */
    static CellTemperature sapmOpenRackGlass() {
        return sapm(-3.47, -0.0594, 3);
    }

    /** SAPM for glass/glass modules close to the roof: King et al. 2004, table 1. */
    static CellTemperature sapmCloseMountGlass() {
        return sapm(-2.98, -0.0471, 1);
    }

    /** SAPM for glass/polymer modules in the open: King et al. 2004, table 1. */
    static CellTemperature sapmOpenRackPolymer() {
        return sapm(-3.56, -0.0750, 3);
    }

    /** SAPM for glass/polymer modules in the roof, back insulated: King et al. 2004, table 1. */
    static CellTemperature sapmInsulatedBack() {
        return sapm(-2.81, -0.0455, 0);
    }
}
