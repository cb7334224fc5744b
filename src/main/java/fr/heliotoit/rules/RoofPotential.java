package fr.heliotoit.rules;

import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.SolarPotential;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * From the sun on a roof to power and production, by the conventions: planes too small or too steep are left out, of the others those
 * with enough sun take modules.
 *
 * <p>usable area = area × usable share; power [kWc] = usable area × power density / 1000; production [kWh/yr] = power × irradiation ×
 * performance ratio, since irradiation [kWh/m²] over the 1 kW/m² of the standard test conditions is hours at full power (IEC 61724-1).
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
     */
    public record SunnyPlane(
            double areaM2, double tiltDeg, double azimuthDeg, double irradiationKWhM2, List<Double> monthlyKWhM2) {}

    /** The potential of a roof whose planes are known. */
    public static Outcome ofPlanes(List<SunnyPlane> planes, Conventions conventions) {
        List<SunnyPlane> large = planes.stream()
                .filter(p -> p.areaM2 >= conventions.smallestRoof().value())
                .toList();
        if (large.isEmpty()) {
            return new NoFigure(NoFigure.Reason.TOO_SMALL);
        }
        List<SunnyPlane> fit = large.stream()
                .filter(p -> p.tiltDeg <= conventions.excludedAbove().value())
                .toList();
        if (fit.isEmpty()) {
            return new NoFigure(NoFigure.Reason.TOO_STEEP);
        }
        if (powerKWp(usable(fit, conventions), conventions)
                < conventions.smallestSite().value()) {
            return new NoFigure(NoFigure.Reason.TOO_SMALL);
        }
        List<SunnyPlane> sunny = fit.stream()
                .filter(p -> p.irradiationKWhM2
                        >= conventions.leastPlaneIrradiation().value())
                .toList();
        // A roof of which too little lies in the sun keeps its figure of irradiation, but takes no module.
        boolean enough = powerKWp(usable(sunny, conventions), conventions)
                >= conventions.smallestSite().value();
        List<SunnyPlane> kept = enough ? sunny : fit;
        double usable = enough ? usable(sunny, conventions) : 0;
        double yield = 0;
        for (SunnyPlane plane : enough ? sunny : List.<SunnyPlane>of()) {
            yield += yieldKWh(plane.areaM2 * usableShare(plane, conventions), plane.irradiationKWhM2, conventions);
        }
        SunnyPlane main = Collections.max(
                kept, Comparator.comparingDouble(p -> p.areaM2 * usableShare(p, conventions) * p.irradiationKWhM2));
        double irradiation = mean(kept, SunnyPlane::irradiationKWhM2);
        return new SolarPotential(
                irradiation,
                months(kept),
                planes.stream().mapToDouble(SunnyPlane::areaM2).sum(),
                usable,
                powerKWp(usable, conventions),
                yield,
                conventions.classOf(irradiation),
                main.tiltDeg,
                flat(main, conventions) ? Double.NaN : main.azimuthDeg,
                SolarPotential.Method.SURFACE_MODEL);
    }

    /**
     * The potential of a roof of which only the footprint and a mean of a supplied raster are known.
     *
     * @param footprintM2 area of the footprint [m²]
     * @param irradiationKWhM2 yearly mean over the footprint [kWh/m²]
     */
    public static Outcome ofFootprint(double footprintM2, double irradiationKWhM2, Conventions conventions) {
        double most = footprintM2 * conventions.usableShareFootprint().value();
        if (footprintM2 < conventions.smallestRoof().value()
                || powerKWp(most, conventions) < conventions.smallestSite().value()) {
            return new NoFigure(NoFigure.Reason.TOO_SMALL);
        }
        double usable = irradiationKWhM2 >= conventions.leastPlaneIrradiation().value() ? most : 0;
        return new SolarPotential(
                irradiationKWhM2,
                List.of(),
                footprintM2,
                usable,
                powerKWp(usable, conventions),
                yieldKWh(usable, irradiationKWhM2, conventions),
                conventions.classOf(irradiationKWhM2),
                Double.NaN,
                Double.NaN,
                SolarPotential.Method.RASTER);
    }

    private static boolean flat(SunnyPlane plane, Conventions conventions) {
        return plane.tiltDeg <= conventions.flatBelow().value();
    }

    private static double usableShare(SunnyPlane plane, Conventions conventions) {
        return (flat(plane, conventions) ? conventions.usableShareFlat() : conventions.usableSharePitched()).value();
    }

    private static double usable(List<SunnyPlane> planes, Conventions conventions) {
        return planes.stream()
                .mapToDouble(p -> p.areaM2 * usableShare(p, conventions))
                .sum();
    }

    private static double powerKWp(double usableM2, Conventions conventions) {
        return usableM2 * conventions.modulePowerDensity().value() / 1000;
    }

    private static double yieldKWh(double usableM2, double irradiationKWhM2, Conventions conventions) {
        return powerKWp(usableM2, conventions)
                * irradiationKWhM2
                * conventions.performanceRatio().value();
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
