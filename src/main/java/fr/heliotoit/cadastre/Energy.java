package fr.heliotoit.cadastre;

import fr.heliotoit.text.Formats;

/** Energy, power and area with the unit that people speak in: the same words in window, report and kit. */
public final class Energy {
    private Energy() {}

    /** kWh, MWh or GWh per year. */
    public static String perYear(double kWh) {
        return amount(kWh) + Formats.unit("/an");
    }

    /** kWh, MWh or GWh. */
    public static String amount(double kWh) {
        if (kWh >= 9_999_500) {
            return Formats.quantity(kWh / 1e6, 1, "GWh");
        }
        return kWh >= 9_999.5 ? Formats.quantity(kWh / 1000, 0, "MWh") : Formats.quantity(kWh, 0, "kWh");
    }

    /** kWc or MWc. */
    public static String power(double kWp) {
        return kWp >= 9_999.5
                ? Formats.quantity(kWp / 1000, 1, "MWc")
                : Formats.quantity(kWp, kWp < 100 ? 1 : 0, "kWc");
    }

    /** Unit of irradiation. */
    public static String perSquareMetre() {
        return Formats.unit("kWh/m²/an");
    }

    public static String area(double m2) {
        return Formats.quantity(m2, 0, "m²");
    }
}
