package fr.heliotoit.solar;

import static fr.heliotoit.solar.Csv.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.Shared;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against pvlib's outputs, nine digits: relative difference at most 1e-6, or 1e-7 of the unit near zero. */
class ModelsTest {
    private static List<Map<String, String>> rows(String name) throws IOException {
        return Csv.read(Shared.path("reference/" + name)).rows();
    }

    private static Offset<Double> closeTo(double expected) {
        return within(1e-6 * Math.abs(expected) + 1e-6);
    }

    private static void same(double actual, Map<String, String> row, String column) {
        double expected = number(row, column);
        assertThat(actual).as("%s of %s", column, row).isCloseTo(expected, closeTo(expected));
    }

    @Test
    void airMass() throws IOException {
        for (Map<String, String> row : rows("airmass.csv")) {
            double zenith = number(row, "zenith");
            double expected = number(row, "kastenyoung1989");
            double airMass = Irradiance.airMass(zenith);
            if (Double.isNaN(expected)) {
                assertThat(airMass).as("%s", row).isNaN();
                continue;
            }
            same(airMass, row, "kastenyoung1989");
            same(
                    Irradiance.absoluteAirMass(airMass, new Place(50.43, 2.83, 40).pressurePa()),
                    row,
                    "absolute_ky1989_40m");
        }
    }

    @Test
    void ineichenClearSky() throws IOException {
        for (Map<String, String> row : rows("clearsky.csv")) {
            ClearSky sky = ClearSky.ineichen(
                    number(row, "zenith_apparent"),
                    number(row, "airmass_abs"),
                    number(row, "linke"),
                    40,
                    number(row, "dni_extra"));
            same(sky.ghi(), row, "ineichen_ghi");
            same(sky.dni(), row, "ineichen_dni");
            same(sky.dhi(), row, "ineichen_dhi");
        }
    }

    @Test
    void decomposition() throws IOException {
        for (Map<String, String> row : rows("decomposition.csv")) {
            int day = Instant.parse(row.get("utc")).atOffset(ZoneOffset.UTC).getDayOfYear();
            double zenith = number(row, "zenith_true");
            double ghi = number(row, "ghi");
            Decomposition.Parts erbs = Decomposition.erbs(ghi, zenith, Irradiance.extraterrestrialNormal(day, 1366.1));
            same(erbs.dni(), row, "erbs_dni");
            same(erbs.dhi(), row, "erbs_dhi");
            same(Decomposition.disc(ghi, zenith, day, 101325).dni(), row, "disc_dni");
        }
    }

    @Test
    void transposition() throws IOException {
        for (Map<String, String> row : rows("transposition.csv")) {
            double zenith = number(row, "zenith_apparent");
            double tilt = number(row, "tilt");
            double cos = Irradiance.cosIncidence(tilt, number(row, "surf_az"), zenith, number(row, "azimuth"));
            Transposition.Hour hour = new Transposition.Hour(
                    number(row, "ghi"), number(row, "dni"), number(row, "dhi"), number(row, "dni_extra"), zenith);
            // Seven digits: the zenith's rounding weighs 1 + tan Z in ratios to cos Z.
            double open = 1e-6 * (1 + Math.tan(Math.toRadians(zenith)));
            Map.of(
                            "isotropic_sky", Transposition.ISOTROPIC,
                            "haydavies_sky", Transposition.HAY_DAVIES,
                            "reindl_sky", Transposition.REINDL,
                            "perez_sky", Transposition.PEREZ)
                    .forEach((column, model) -> assertThat(model.sky(hour, tilt, cos))
                            .as("%s of %s", column, row)
                            .isCloseTo(number(row, column), within(open * (number(row, column) + 1))));
            same(Transposition.ground(hour.ghi(), 0.2, tilt), row, "poa_ground_alb0.2");
            // As cosines, and seven digits only: the azimuth alone leaves 1e-6 open.
            assertThat(cos).isCloseTo(Math.cos(Math.toRadians(number(row, "aoi"))), within(2e-6));
            assertThat(hour.dni() * Math.max(0, cos))
                    .isCloseTo(number(row, "poa_direct"), within(2e-6 * hour.dni() + 1e-6));
        }
    }

    @Test
    void incidenceModifiers() throws IOException {
        for (Map<String, String> row : rows("iam.csv")) {
            double cos = Math.cos(Math.toRadians(number(row, "aoi")));
            same(IncidenceModifier.ashrae(0.05).at(cos), row, "ashrae_b0.05");
            same(IncidenceModifier.physical(1.526, 4, 0.002).at(cos), row, "physical_n1.526_K4_L0.002");
            same(IncidenceModifier.martinRuiz(0.16).at(cos), row, "martin_ruiz_ar0.16");
            same(IncidenceModifier.martinRuiz(0.18).at(cos), row, "martin_ruiz_ar0.18");
        }
        for (Map<String, String> row : rows("iam_diffuse.csv")) {
            // pvlib rounds c1 = 4/(3π) to 0.4244; the difference is below 1e-5.
            IncidenceModifier.Diffuse diffuse = IncidenceModifier.Diffuse.martinRuiz(0.16, number(row, "tilt"), 0.4244);
            assertThat(IncidenceModifier.Diffuse.martinRuiz(0.16, number(row, "tilt"))
                            .sky())
                    .isCloseTo(diffuse.sky(), within(1e-5));
            same(diffuse.sky(), row, "mr_sky");
            same(diffuse.ground(), row, "mr_ground");
        }
    }

    @Test
    void cellTemperatureAndPvWatts() throws IOException {
        PvWatts system = new PvWatts(-0.0035, PvWatts.DEFAULT_LOSSES, 1, 0.96);
        for (Map<String, String> row : rows("temp_pvwatts.csv")) {
            double poa = number(row, "poa");
            double air = number(row, "tair");
            double wind = number(row, "wind");
            same(CellTemperature.faiman(25, 6.84).at(poa, air, wind), row, "faiman_25_6.84");
            same(CellTemperature.pvsyst(29, 0, 0.2).at(poa, air, wind), row, "pvsyst_29_0_eta0.2");
            same(CellTemperature.sapmOpenRackGlass().at(poa, air, wind), row, "sapm_open_rack_glass_glass");
            same(CellTemperature.sapmCloseMountGlass().at(poa, air, wind), row, "sapm_close_mount_glass_glass");
            same(CellTemperature.sapmOpenRackPolymer().at(poa, air, wind), row, "sapm_open_rack_glass_polymer");
            same(CellTemperature.sapmInsulatedBack().at(poa, air, wind), row, "sapm_insulated_back_glass_polymer");
            double dc = 1000 * system.dc(poa, CellTemperature.faiman(25, 6.84).at(poa, air, wind));
            same(dc, row, "pvwatts_dc_pdc0=1000_g=-0.0035_tcell=faiman");
            double ac = 1000 * system.ac(dc / 1000);
            // The table's inverter is rated 1041.667, this one 1000 / 0.96.
            double expected = number(row, "pvwatts_ac_after_losses_default_pdc0=1041.667_eta0.96");
            assertThat(ac).as("%s", row).isCloseTo(expected, closeTo(expected));
        }
    }
}
