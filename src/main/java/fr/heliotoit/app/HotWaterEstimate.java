package fr.heliotoit.app;

import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.rules.DataPack;
import fr.heliotoit.rules.PackKind;
import fr.heliotoit.solar.HotWater;
import fr.heliotoit.solar.PlaneYield;
import fr.heliotoit.text.Failure;
import java.util.Arrays;

/**
 * A solar water heater on a building's best plane, for a number of users.
 *
 * @param system as the pack sizes it
 * @param year what it gives
 */
public record HotWaterEstimate(HotWater system, HotWater.Year year) {
    public static HotWaterEstimate of(EvaluateEconomics evaluation, BuildingEconomics building, double users)
            throws Failure {
        DataPack pack = evaluation.packs().of(PackKind.HOT_WATER);
        HotWater system = PvSystems.hotWater(pack, users);
        SolarPotential potential = building.potential();
        EnergyModel energy = evaluation.energy();
        double tilt = Double.isNaN(potential.tiltDeg()) ? 0 : potential.tiltDeg();
        double azimuth = Double.isNaN(potential.azimuthDeg()) ? 180 : potential.azimuthDeg();
        PlaneYield open = PlaneYield.of(energy.light(), tilt, azimuth, null, energy.system());
        double[] shade = new double[12];
        Arrays.fill(shade, 1);
        for (int m = 0; m < potential.monthlyIrradiationKWhM2().size(); m++) {
            double most = open.monthlyKWhM2()[m];
            shade[m] =
                    most > 0 ? Math.min(1, potential.monthlyIrradiationKWhM2().get(m) / most) : 1;
        }
        return new HotWaterEstimate(
                system, system.run(energy.light(), tilt, azimuth, shade, PvSystems.collector(pack)));
    }

    /** How many use the water. */
    public double users() {
        return system.users();
    }

    /** Collectors [m²]. */
    public double areaM2() {
        return system.areaM2();
    }

    /** Tank [l]. */
    public double tankL() {
        return system.tankL();
    }

    /** What the water needs [kWh/yr]. */
    public double demandKWh() {
        return year.demandKWh();
    }

    /** What of it the sun gives [kWh/yr]. */
    public double solarKWh() {
        return year.solarKWh();
    }

    /** Share of the demand that the sun covers, 0–1. */
    public double solarFraction() {
        return year.solarFraction();
    }
}
