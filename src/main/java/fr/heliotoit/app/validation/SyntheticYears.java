package fr.heliotoit.app.validation;

import fr.heliotoit.io.WeatherFiles;
import fr.heliotoit.solar.Climate;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.SyntheticYear;
import fr.heliotoit.solar.Transposition;
import fr.heliotoit.solar.UnshadedPlane;
import fr.heliotoit.solar.WeatherYear;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Planes under hours made from a real year's twelve monthly sums, against the same planes under the real hours. */
final class SyntheticYears {
    private static final String[] FILES = {
        "epw/NLD_Amsterdam062400_IWEC.epw",
        "epw/FRA_Lyon.074810_IWEC.epw",
        "epw/Zuerich-Kloten_1990_2010_TMY.epw",
        "epw/mannheim.epw",
        "pvgis-pvlib/tmy_45.000_8.000_2005_2023.csv",
    };
    private static final int[][] PLANES = {{0, 180}, {30, 180}, {30, 90}, {30, 270}, {45, 225}, {30, 0}};

    private final Path data;

    SyntheticYears(Path shared) {
        data = shared.resolve("data/weather");
    }

    void write(Page page) throws Failure {
        List<String> columns = new ArrayList<>(List.of("real year", "global kWh/m²"));
        for (int[] plane : PLANES) {
            columns.add(plane[0] + "° to " + plane[1] + "°");
        }
        page.header(columns.toArray(String[]::new));
        for (String file : FILES) {
            WeatherYear real = WeatherFiles.read(data.resolve(file), new Place(50, 3, 0));
            List<Climate.Month> months = new ArrayList<>();
            for (double sum : real.monthlyHorizontalKWhM2()) {
                months.add(new Climate.Month(sum, 10, 2));
            }
            WeatherYear made = SyntheticYear.of(file, new Climate(real.place(), file, file, true, months));
            List<Object> cells = new ArrayList<>(List.of(file, Page.number(real.horizontalKWhM2(), 0)));
            for (int[] plane : PLANES) {
                cells.add(String.format(
                        java.util.Locale.ROOT, "%+.1f %%", 100 * (light(made, plane) / light(real, plane) - 1)));
            }
            page.row(cells.toArray());
        }
        page.end();
    }

    private static double light(WeatherYear year, int[] plane) {
        return new UnshadedPlane(year, plane[0], plane[1], 0.2)
                .irradiation(Transposition.PEREZ, 4)
                .global();
    }
}
