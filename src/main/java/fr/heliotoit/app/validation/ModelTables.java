package fr.heliotoit.app.validation;

import fr.heliotoit.solar.CellTemperature;
import fr.heliotoit.solar.ClearSky;
import fr.heliotoit.solar.Decomposition;
import fr.heliotoit.solar.GeocentricSun;
import fr.heliotoit.solar.IncidenceModifier;
import fr.heliotoit.solar.Irradiance;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.PvWatts;
import fr.heliotoit.solar.SolarPosition;
import fr.heliotoit.solar.Transposition;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;

/** The models of {@code solar} against pvlib's outputs. */
final class ModelTables {
    private final Path reference;

    ModelTables(Path shared) {
        reference = shared.resolve("reference");
    }

    void write(Page page) throws Failure {
        page.header("model", "values", "greatest difference", "greatest relative difference (values ≥ 1)");
        sun(page);
        light(page);
        modules(page);
        page.end();
    }

    private void sun(Page page) throws Failure {
        ReferenceTable table = ReferenceTable.read(reference.resolve("spa.csv"));
        table.compare(
                page, "SPA true zenith [°]", "zenith_true", row -> position(row).zenithDeg());
        table.compare(
                page,
                "SPA apparent zenith [°]",
                "zenith_apparent",
                row -> position(row).apparentZenithDeg());
        table.compare(page, "SPA azimuth [°]", "azimuth", row -> position(row).azimuthDeg());
        table.compare(
                page,
                "SPA equation of time [min]",
                "eot_min",
                row -> position(row).equationOfTimeMin());
        table.compare(
                page,
                "extraterrestrial irradiance [W/m²]",
                "dni_extra_nrel",
                row -> Irradiance.extraterrestrialNormal(position(row).distanceAu()));
        ReferenceTable airMass = ReferenceTable.read(reference.resolve("airmass.csv"));
        airMass.compare(
                page,
                "air mass, Kasten and Young 1989",
                "kastenyoung1989",
                row -> Irradiance.airMass(row.number("zenith")));
    }

    private static SolarPosition position(ReferenceTable.Row row) {
        Instant instant = Instant.parse(row.text("utc"));
        Place place = new Place(row.number("lat"), row.number("lon"), row.number("alt_m"));
        GeocentricSun sun =
                GeocentricSun.at(instant.getEpochSecond() + instant.getNano() / 1e9, row.number("delta_t_s"));
        return SolarPosition.over(place, sun, row.number("pressure_pa"), row.number("temp_c"));
    }

    private void light(Page page) throws Failure {
        ReferenceTable clear = ReferenceTable.read(reference.resolve("clearsky.csv"));
        clear.compare(
                page,
                "Ineichen clear sky, global [W/m²]",
                "ineichen_ghi",
                row -> ineichen(row).ghi());
        clear.compare(
                page,
                "Ineichen clear sky, direct [W/m²]",
                "ineichen_dni",
                row -> ineichen(row).dni());
        ReferenceTable split = ReferenceTable.read(reference.resolve("decomposition.csv"));
        split.compare(
                page,
                "Erbs diffuse [W/m²]",
                "erbs_dhi",
                row -> Decomposition.erbs(
                                row.number("ghi"),
                                row.number("zenith_true"),
                                Irradiance.extraterrestrialNormal(day(row), Irradiance.SOLAR_CONSTANT_W_M2))
                        .dhi());
        split.compare(
                page,
                "DISC direct [W/m²]",
                "disc_dni",
                row -> Decomposition.disc(row.number("ghi"), row.number("zenith_true"), day(row), 101325)
                        .dni());
        ReferenceTable tilted = ReferenceTable.read(reference.resolve("transposition.csv"));
        String[] names = {"isotropic_sky", "haydavies_sky", "reindl_sky", "perez_sky"};
        for (Transposition model : Transposition.values()) {
            tilted.compare(
                    page,
                    "transposition " + model + " [W/m²]",
                    names[model.ordinal()],
                    row -> model.sky(
                            new Transposition.Hour(
                                    row.number("ghi"),
                                    row.number("dni"),
                                    row.number("dhi"),
                                    row.number("dni_extra"),
                                    row.number("zenith_apparent")),
                            row.number("tilt"),
                            Irradiance.cosIncidence(
                                    row.number("tilt"),
                                    row.number("surf_az"),
                                    row.number("zenith_apparent"),
                                    row.number("azimuth"))));
        }
    }

    private static int day(ReferenceTable.Row row) {
        return Instant.parse(row.text("utc")).atOffset(ZoneOffset.UTC).getDayOfYear();
    }

    private static ClearSky ineichen(ReferenceTable.Row row) {
        return ClearSky.ineichen(
                row.number("zenith_apparent"),
                row.number("airmass_abs"),
                row.number("linke"),
                40,
                row.number("dni_extra"));
    }

    private void modules(Page page) throws Failure {
        ReferenceTable iam = ReferenceTable.read(reference.resolve("iam.csv"));
        iam.compare(page, "reflection, ASHRAE b 0.05", "ashrae_b0.05", row -> at(IncidenceModifier.ashrae(0.05), row));
        iam.compare(
                page,
                "reflection, physical",
                "physical_n1.526_K4_L0.002",
                row -> at(IncidenceModifier.physical(1.526, 4, 0.002), row));
        iam.compare(
                page,
                "reflection, Martin and Ruiz 0.16",
                "martin_ruiz_ar0.16",
                row -> at(IncidenceModifier.martinRuiz(0.16), row));
        ReferenceTable heat = ReferenceTable.read(reference.resolve("temp_pvwatts.csv"));
        heat.compare(
                page,
                "cell temperature, Faiman [°C]",
                "faiman_25_6.84",
                row -> at(CellTemperature.faiman(25, 6.84), row));
        heat.compare(
                page,
                "cell temperature, PVsyst [°C]",
                "pvsyst_29_0_eta0.2",
                row -> at(CellTemperature.pvsyst(29, 0, 0.2), row));
        heat.compare(
                page,
                "cell temperature, SAPM close mount [°C]",
                "sapm_close_mount_glass_glass",
                row -> at(CellTemperature.sapmCloseMountGlass(), row));
        PvWatts system = new PvWatts(-0.0035, PvWatts.DEFAULT_LOSSES, 1, 0.96);
        heat.compare(
                page,
                "PVWatts DC [W per kW]",
                "pvwatts_dc_pdc0=1000_g=-0.0035_tcell=faiman",
                row -> 1000 * system.dc(row.number("poa"), at(CellTemperature.faiman(25, 6.84), row)));
        heat.compare(
                page,
                "PVWatts AC [W per kW]",
                "pvwatts_ac_after_losses_default_pdc0=1041.667_eta0.96",
                row -> 1000 * system.ac(system.dc(row.number("poa"), at(CellTemperature.faiman(25, 6.84), row))));
    }

    private static double at(IncidenceModifier glass, ReferenceTable.Row row) {
        return glass.at(Math.cos(Math.toRadians(row.number("aoi"))));
    }

    private static double at(CellTemperature model, ReferenceTable.Row row) {
        return model.at(row.number("poa"), row.number("tair"), row.number("wind"));
    }
}
