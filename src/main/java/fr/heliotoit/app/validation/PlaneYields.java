package fr.heliotoit.app.validation;

import fr.heliotoit.io.WeatherFiles;
import fr.heliotoit.solar.LightHours;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.PlaneOfArray;
import fr.heliotoit.solar.PlaneYield;
import fr.heliotoit.solar.PvSystem;
import fr.heliotoit.solar.PvWatts;
import fr.heliotoit.solar.SkyTables;
import fr.heliotoit.solar.Transposition;
import fr.heliotoit.solar.UnshadedPlane;
import fr.heliotoit.solar.WeatherYear;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The yearly yield of open planes, from light to the meter, against pvlib's chain on the same weather year. */
final class PlaneYields {
    private static final String LIGHT = "poa_perez_kwh_m2";
    private static final String BARE = "ac_no_iam_kwh_kwp";
    private static final String GLASS = "ac_martin_ruiz_kwh_kwp";
    private static final String CLIPPED = "ac_martin_ruiz_dcac1.3_kwh_kwp";

    /** So small an angular loss coefficient that nothing is reflected. */
    private static final double NO_REFLECTION = 1e-4;

    private static final double REFLECTION = 0.16;
    private static final double ALBEDO = 0.2;

    private final WeatherYear year;

    PlaneYields(Path weather) throws Failure {
        year = WeatherFiles.read(weather, new Place(52.3, 4.77, -2));
    }

    void write(Page page) throws Failure {
        ReferenceTable table = ReferenceTable.resource("pvlib-amsterdam-yield.csv");
        LightHours middle = LightHours.of(year, ALBEDO, 1);
        page.header("43 tilt × azimuth pairs, a year", "values", "greatest difference", "greatest relative difference");
        chain(page, table, middle, "both at the middle of the hour", "");
        chain(page, table, LightHours.of(year, ALBEDO, SkyTables.PARTS), "both at 12 sun positions per hour", "_12");
        product(page, table, "the product's roofs, pvlib at 12 sun positions per hour", "_12", 90);
        product(page, table, "the product's roofs, pvlib at the middle of the hour, up to 60°", "", 60);
        product(page, table, "the same, walls too", "", 90);
        page.end();
        page.text(
                "35° south, losses 14 %%: %s kWh/kWc without reflection (pvlib 934.95), %s with it (904.43).",
                Page.number(of(middle, 35, 180, null, NO_REFLECTION, 1).yearKWhPerKWp(), 2),
                Page.number(of(middle, 35, 180, null, REFLECTION, 1).yearKWhPerKWp(), 2));
    }

    /** Like with like: the chain and pvlib's with the same sun positions. */
    private void chain(Page page, ReferenceTable table, LightHours light, String words, String suffix) {
        table.compare(
                page,
                "light on the plane [kWh/m²], " + words,
                LIGHT + suffix,
                row -> of(light, row, REFLECTION, 1).yearKWhM2());
        table.compare(
                page,
                "without reflection [kWh/kWc], " + words,
                BARE + suffix,
                row -> of(light, row, NO_REFLECTION, 1).yearKWhPerKWp());
        table.compare(
                page,
                "with reflection [kWh/kWc], " + words,
                GLASS + suffix,
                row -> of(light, row, REFLECTION, 1).yearKWhPerKWp());
        table.compare(
                page,
                "inverter of 1/1.3 of the modules' power [kWh/kWc], " + words,
                CLIPPED + suffix,
                row -> of(light, row, REFLECTION, 1.3).yearKWhPerKWp());
    }

    /** As roofs are computed: the months' light of 12 sun positions per hour, shared over the hours of the chain at mid-hour. */
    private void product(Page page, ReferenceTable table, String words, String suffix, double steepestDeg) {
        LightHours middle = LightHours.of(year, ALBEDO, 1);
        table.compare(page, "with reflection [kWh/kWc], " + words, GLASS + suffix, row -> {
            double tilt = row.number("tilt");
            double azimuth = row.number("azimuth");
            return tilt > steepestDeg
                    ? Double.NaN
                    : of(middle, tilt, azimuth, months(tilt, azimuth), REFLECTION, 1)
                            .yearKWhPerKWp();
        });
    }

    private double[] months(double tilt, double azimuth) {
        PlaneOfArray light =
                new UnshadedPlane(year, tilt, azimuth, ALBEDO).irradiation(Transposition.PEREZ, SkyTables.PARTS);
        return IntStream.rangeClosed(1, 12).mapToDouble(light::global).toArray();
    }

    private static PlaneYield of(LightHours light, ReferenceTable.Row row, double ar, double dcAcRatio) {
        return of(light, row.number("tilt"), row.number("azimuth"), null, ar, dcAcRatio);
    }

    private static PlaneYield of(
            LightHours light, double tilt, double azimuth, double @Nullable [] months, double ar, double dcAcRatio) {
        PvWatts electrics = new PvWatts(-0.0035, 0.14, dcAcRatio, 0.96);
        return PlaneYield.of(light, tilt, azimuth, months, new PvSystem(ar, 25, 6.84, electrics, 0));
    }
}
