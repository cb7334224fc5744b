package fr.heliotoit.rules;

import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.PlaneEnergy;
import fr.heliotoit.cadastre.SolarPotential;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * From the sun on a roof to power and production, by the conventions: planes too small or too steep are left out, of the others those
 * with enough sun take modules. A roof that takes none says why.
 *
 * <p>Where modules have been laid, usable area = modules × module area and power [kWc] = modules × module power / 1000; else usable area =
 * area × usable share and power = usable area × power density / 1000. Production [kWh/yr] = power × the
 * yield of the hourly chain where there is one. Where only an irradiation is known it is power × irradiation × performance ratio, since
 * irradiation [kWh/m²] over the 1 kW/m² of the standard test conditions is hours at full power (IEC 61724-1).
 */
public final class RoofPotential {
    private RoofPotential() {}

    /**
     * A plane and its sun.
     *
     * @param areaM2 true area [m²]
     * @param tiltDeg 0–90 [°]
     * @param azimuthDeg true azimuth, north 0, clockwise [°]
     * @param irradiationKWhM2 yearly, mean over the plane [kWh/m²]
     * @param monthlyKWhM2 the same by month; empty when not known
     * @param modules whole modules that fit; empty when none could be laid because the plane is only a makeshift
     * @param monthlyKWhPerKWp what modules there yield by the hourly chain, January first [kWh/kWc]; empty when only the irradiation is known
     */
    public record SunnyPlane(
            double areaM2,
            double tiltDeg,
            double azimuthDeg,
            double irradiationKWhM2,
            List<Double> monthlyKWhM2,
            OptionalInt modules,
            List<Double> monthlyKWhPerKWp) {}

    /** Whether a plane is large and level enough for modules, whatever its sun. */
    public static boolean buildable(double areaM2, double tiltDeg, Conventions conventions) {
        return areaM2 >= conventions.smallestRoof().value()
                && tiltDeg <= conventions.excludedAbove().value();
    }

    /** Whether modules on a plane count: it is buildable and has enough sun. */
    public static boolean counts(SunnyPlane plane, Conventions conventions) {
        return buildable(plane.areaM2, plane.tiltDeg, conventions)
                && plane.irradiationKWhM2 >= conventions.leastPlaneIrradiation().value();
    }

    /** The potential of a roof whose planes are known. */
    public static Outcome ofPlanes(List<SunnyPlane> planes, Conventions conventions) {
        List<SunnyPlane> large = planes.stream()
                .filter(p -> p.areaM2 >= conventions.smallestRoof().value())
                .toList();
        if (large.isEmpty()) {
            return new NoFigure(NoFigure.Reason.TOO_SMALL);
        }
        List<SunnyPlane> fit = large.stream()
                .filter(p -> buildable(p.areaM2, p.tiltDeg, conventions))
                .toList();
        if (fit.isEmpty()) {
            return new NoFigure(NoFigure.Reason.TOO_STEEP);
        }
        List<SunnyPlane> sunny =
                fit.stream().filter(p -> counts(p, conventions)).toList();
        double power = powerKWp(sunny, conventions);
        if (power < conventions.smallestSite().value()) {
            return new NoFigure(whyNone(fit, sunny, conventions));
        }
        SunnyPlane main =
                Collections.max(sunny, Comparator.comparingDouble(p -> powerKWp(p, conventions) * p.irradiationKWhM2));
        double irradiation = mean(sunny, SunnyPlane::irradiationKWhM2);
        boolean hourly = sunny.stream().noneMatch(p -> p.monthlyKWhPerKWp.isEmpty());
        List<PlaneEnergy> energies =
                sunny.stream().map(p -> energy(p, conventions)).toList();
        return new SolarPotential(
                irradiation,
                months(sunny),
                planes.stream().mapToDouble(SunnyPlane::areaM2).sum(),
                sunny.stream().mapToDouble(p -> usableM2(p, conventions)).sum(),
                power,
                hourly
                        ? energies.stream()
                                .mapToDouble(PlaneEnergy::yearlyYieldKWh)
                                .sum()
                        : yieldKWh(sunny, conventions),
                hourly ? sum(energies) : List.of(),
                conventions.classOf(irradiation),
                main.tiltDeg,
                flat(main, conventions) ? Double.NaN : main.azimuthDeg,
                hourly ? SolarPotential.Method.HOURLY : SolarPotential.Method.MODULE_LAYOUT);
    }

    /** What the modules of one plane yield by the hourly chain; nothing where they do not count. */
    public static PlaneEnergy energy(SunnyPlane plane, Conventions conventions) {
        double power = counts(plane, conventions) ? powerKWp(plane, conventions) : 0;
        return new PlaneEnergy(
                plane.irradiationKWhM2,
                power,
                power > 0 ? plane.monthlyKWhPerKWp.stream().map(m -> m * power).toList() : List.of());
    }

    private static List<Double> sum(List<PlaneEnergy> energies) {
        double[] months = new double[12];
        for (PlaneEnergy energy : energies) {
            for (int m = 0; m < energy.monthlyYieldKWh().size(); m++) {
                months[m] += energy.monthlyYieldKWh().get(m);
            }
        }
        return Arrays.stream(months).boxed().toList();
    }

    /** Why planes that could be built on carry no site: nothing fits, it is too little anyway, or the sun is missing. */
    private static NoFigure.Reason whyNone(List<SunnyPlane> fit, List<SunnyPlane> sunny, Conventions conventions) {
        if (powerKWp(fit, conventions) == 0) {
            return NoFigure.Reason.NO_MODULE;
        }
        if (powerKWp(fit, conventions) < conventions.smallestSite().value()) {
            return NoFigure.Reason.TOO_SMALL;
        }
        return sunny.size() < fit.size() ? NoFigure.Reason.TOO_DARK : NoFigure.Reason.TOO_SMALL;
    }

    /**
     * The potential of a roof of which only the footprint and a mean of a supplied raster are known.
     *
     * @param footprintM2 area of the footprint [m²]
     * @param irradiationKWhM2 yearly mean over the footprint [kWh/m²]
     */
    public static Outcome ofFootprint(double footprintM2, double irradiationKWhM2, Conventions conventions) {
        double usable = footprintM2 * conventions.usableShareFootprint().value();
        double power = powerKWp(usable, conventions);
        if (footprintM2 < conventions.smallestRoof().value()
                || power < conventions.smallestSite().value()) {
            return new NoFigure(NoFigure.Reason.TOO_SMALL);
        }
        if (irradiationKWhM2 < conventions.leastPlaneIrradiation().value()) {
            return new NoFigure(NoFigure.Reason.TOO_DARK);
        }
        return new SolarPotential(
                irradiationKWhM2,
                List.of(),
                footprintM2,
                usable,
                power,
                yieldKWh(power, irradiationKWhM2, conventions),
                List.of(),
                conventions.classOf(irradiationKWhM2),
                Double.NaN,
                Double.NaN,
                SolarPotential.Method.RASTER);
    }

    private static boolean flat(SunnyPlane plane, Conventions conventions) {
        return plane.tiltDeg <= conventions.flatBelow().value();
    }

    private static double usableM2(SunnyPlane plane, Conventions conventions) {
        if (plane.modules.isPresent()) {
            return plane.modules.getAsInt() * conventions.modules().moduleAreaM2();
        }
        return plane.areaM2
                * (flat(plane, conventions) ? conventions.usableShareFlat() : conventions.usableSharePitched()).value();
    }

    private static double powerKWp(SunnyPlane plane, Conventions conventions) {
        return plane.modules.isPresent()
                ? plane.modules.getAsInt() * conventions.modules().power().value() / 1000
                : powerKWp(usableM2(plane, conventions), conventions);
    }

    private static double powerKWp(List<SunnyPlane> planes, Conventions conventions) {
        return planes.stream().mapToDouble(p -> powerKWp(p, conventions)).sum();
    }

    private static double powerKWp(double usableM2, Conventions conventions) {
        return usableM2 * conventions.modulePowerDensity().value() / 1000;
    }

    private static double yieldKWh(double powerKWp, double irradiationKWhM2, Conventions conventions) {
        return powerKWp * irradiationKWhM2 * conventions.performanceRatio().value();
    }

    private static double yieldKWh(List<SunnyPlane> planes, Conventions conventions) {
        return planes.stream()
                .mapToDouble(p -> yieldKWh(powerKWp(p, conventions), p.irradiationKWhM2, conventions))
                .sum();
    }

    private static double mean(List<SunnyPlane> planes, java.util.function.ToDoubleFunction<SunnyPlane> value) {
        double sum = 0;
        double area = 0;
        for (SunnyPlane plane : planes) {
            sum += plane.areaM2 * value.applyAsDouble(plane);
            area += plane.areaM2;
        }
        return sum / area;
    }

    private static List<Double> months(List<SunnyPlane> planes) {
        if (planes.stream().anyMatch(p -> p.monthlyKWhM2.isEmpty())) {
            return List.of();
        }
        List<Double> months = new ArrayList<>();
        for (int m = 0; m < 12; m++) {
            int month = m;
            months.add(mean(planes, p -> p.monthlyKWhM2.get(month)));
        }
        return months;
    }
}
