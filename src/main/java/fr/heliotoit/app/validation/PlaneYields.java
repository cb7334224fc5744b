package fr.heliotoit.app.validation;

import fr.heliotoit.io.WeatherFiles;
import fr.heliotoit.solar.LightHours;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.PlaneYield;
import fr.heliotoit.solar.PvSystem;
import fr.heliotoit.solar.PvWatts;
import fr.heliotoit.solar.WeatherYear;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;

/** The yearly yield of open planes, from light to the meter, against pvlib's chain on the same weather year. */
final class PlaneYields {
    private static final String LIGHT = "poa_perez_kwh_m2";
    private static final String BARE = "ac_no_iam_kwh_kwp";
    private static final String GLASS = "ac_martin_ruiz_kwh_kwp";
    private static final String CLIPPED = "ac_martin_ruiz_dcac1.3_kwh_kwp";

    /** So small an angular loss coefficient that nothing is reflected. */
    private static final double NO_REFLECTION = 1e-4;

    private final WeatherYear year;

    PlaneYields(Path weather) throws Failure {
        year = WeatherFiles.read(weather, new Place(52.3, 4.77, -2));
    }

    void write(Page page) throws Failure {
        ReferenceTable table = ReferenceTable.resource("pvlib-amsterdam-yield.csv");
        page.header("43 tilt × azimuth pairs, a year", "values", "greatest difference", "greatest relative difference");
        for (int parts : new int[] {1, 4, 12}) {
            LightHours light = LightHours.of(year, 0.2, parts);
            String words = ", " + parts + (parts == 1 ? " sun position" : " sun positions") + " per hour";
            table.compare(
                    page,
                    "light on the plane [kWh/m²]" + words,
                    LIGHT,
                    row -> of(light, row, 0.16, 1).yearKWhM2());
            table.compare(
                    page,
                    "without reflection [kWh/kWc]" + words,
                    BARE,
                    row -> of(light, row, NO_REFLECTION, 1).yearKWhPerKWp());
            table.compare(
                    page,
                    "with reflection [kWh/kWc]" + words,
                    GLASS,
                    row -> of(light, row, 0.16, 1).yearKWhPerKWp());
            table.compare(
                    page,
                    "inverter of 1/1.3 of the modules' power [kWh/kWc]" + words,
                    CLIPPED,
                    row -> of(light, row, 0.16, 1.3).yearKWhPerKWp());
        }
        page.end();
        LightHours light = LightHours.of(year, 0.2, 1);
        page.text(
                "35° south, losses 14 %%: %s kWh/kWc without reflection (pvlib 934.95), %s with it (904.43).",
                Page.number(of(light, 35, 180, NO_REFLECTION, 1).yearKWhPerKWp(), 2),
                Page.number(of(light, 35, 180, 0.16, 1).yearKWhPerKWp(), 2));
    }

    private static PlaneYield of(LightHours light, ReferenceTable.Row row, double ar, double dcAcRatio) {
        return of(light, row.number("tilt"), row.number("azimuth"), ar, dcAcRatio);
    }

    private static PlaneYield of(LightHours light, double tilt, double azimuth, double ar, double dcAcRatio) {
        PvWatts electrics = new PvWatts(-0.0035, 0.14, dcAcRatio, 0.96);
        return PlaneYield.of(light, tilt, azimuth, null, new PvSystem(ar, 25, 6.84, electrics, 0));
    }
}
