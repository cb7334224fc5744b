package fr.heliotoit.ui.model;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.PlaneEnergy;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A roof plane in words.
 *
 * @param facing {@code sud-sud-ouest, 205°}, or that it is flat
 * @param tilt {@code 35°}
 * @param details true area, modules and their power, what they yield, how the plane came to be when it is only makeshift
 */
public record PlaneWords(String facing, String tilt, String details) {
    /** Largest plane first, as they are numbered on the building's sheet. */
    public static List<PlaneWords> of(List<RoofPlane> planes, List<ModuleArray> modules, Conventions conventions) {
        return planes.stream()
                .sorted(Comparator.comparingDouble(RoofPlane::areaM2).reversed())
                .map(plane -> of(
                        plane,
                        modules.stream()
                                .filter(m -> m.planeId().equals(plane.id()))
                                .findFirst(),
                        conventions))
                .toList();
    }

    private static PlaneWords of(RoofPlane plane, Optional<ModuleArray> modules, Conventions conventions) {
        boolean flat = plane.surfaceTiltDeg() < conventions.flatBelow().value();
        List<String> details = new ArrayList<>(List.of(Formats.quantity(plane.areaM2(), 0, "m²")));
        modules.ifPresent(m -> {
            details.add(Words.count("card.modules", m.count()));
            details.add(Formats.quantity(m.powerKWp(), 1, Attribute.PUISSANCE.unit()));
            details.add(Words.t("card.modules." + m.arrangement()));
        });
        PlaneEnergy energy = plane.energy();
        if (energy != null) {
            details.addAll(yields(energy, modules.isEmpty()));
        }
        if (plane.origin().makeshift()) {
            details.add(fr.heliotoit.text.Texts.current()
                    .text("cadastre.plane." + plane.origin().code()));
        }
        return new PlaneWords(
                flat ? Words.t("card.plane.flat") : Compass.words(plane.surfaceAzimuthDeg()),
                Formats.number(plane.surfaceTiltDeg(), 0) + "°",
                String.join(" · ", details));
    }

    /** @param powerUntold whether no modules tell the power: a makeshift plane has a mean share of its area */
    private static List<String> yields(PlaneEnergy energy, boolean powerUntold) {
        String light = Formats.quantity(energy.irradiationKWhM2(), 0, Attribute.IRRADIATION.unit());
        if (!(energy.powerKWp() > 0)) {
            return List.of(light, Words.t("card.plane.none"));
        }
        List<String> words = new ArrayList<>();
        if (powerUntold) {
            words.add(Formats.quantity(energy.powerKWp(), 1, Attribute.PUISSANCE.unit()));
        }
        words.add(light);
        words.add(Formats.quantity(energy.yearlyYieldKWh(), 0, Attribute.PRODUCTION.unit()));
        words.add(Formats.quantity(energy.specificYieldKWhPerKWp(), 0, Attribute.PRODUCTIBLE.unit()));
        return words;
    }

    /** All modules of a roof in one line: how many, and their power; empty when none are laid. */
    public static Optional<String> total(List<ModuleArray> modules) {
        int count = modules.stream().mapToInt(ModuleArray::count).sum();
        double power = modules.stream().mapToDouble(ModuleArray::powerKWp).sum();
        return count == 0
                ? Optional.empty()
                : Optional.of(Words.count("card.modules", count) + " · "
                        + Formats.quantity(power, 1, Attribute.PUISSANCE.unit()));
    }
}
