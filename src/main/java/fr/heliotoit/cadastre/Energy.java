package fr.heliotoit.cadastre;

import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.util.Locale;

/** Energy, power and area with the unit that people speak in: the same words in window, report and kit. */
public final class Energy {
    private Energy() {}

    /** kWh, MWh or GWh per year. */
    public static String perYear(double kWh) {
        String year = french() ? "/an" : "/yr";
        return amount(kWh) + year;
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
        String peak = french() ? "Wc" : "Wp";
        return kWp >= 9_999.5
                ? Formats.quantity(kWp / 1000, 1, "M" + peak)
                : Formats.quantity(kWp, kWp < 100 ? 1 : 0, "k" + peak);
    }

    /** Unit of irradiation. */
    public static String perSquareMetre() {
        return french() ? "kWh/m²/an" : "kWh/m²/yr";
    }

    public static String area(double m2) {
        return Formats.quantity(m2, 0, "m²");
    }

    private static boolean french() {
        return !Texts.current().locale().equals(Locale.ENGLISH);
    }
}
