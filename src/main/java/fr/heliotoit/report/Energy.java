package fr.heliotoit.report;

import fr.heliotoit.text.Formats;

/** Energy and power with the unit that people speak in. */
final class Energy {
    private Energy() {}

    /** kWh, MWh or GWh per year. */
    static String perYear(double kWh) {
        String year = Words.french() ? "/an" : "/yr";
        return amount(kWh) + year;
    }

    /** kWh, MWh or GWh. */
    static String amount(double kWh) {
        if (kWh >= 9_999_500) {
            return Formats.quantity(kWh / 1e6, 1, "GWh");
        }
        return kWh >= 9_999.5 ? Formats.quantity(kWh / 1000, 0, "MWh") : Formats.quantity(kWh, 0, "kWh");
    }

    /** kWc or MWc. */
    static String power(double kWp) {
        String peak = Words.french() ? "Wc" : "Wp";
        return kWp >= 9_999.5
                ? Formats.quantity(kWp / 1000, 1, "M" + peak)
                : Formats.quantity(kWp, kWp < 100 ? 1 : 0, "k" + peak);
    }

    /** Unit of irradiation. */
    static String perSquareMetre() {
        return Words.french() ? "kWh/m²/an" : "kWh/m²/yr";
    }

    static String area(double m2) {
        return Formats.quantity(m2, 0, "m²");
    }
}
