package fr.heliotoit.app;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.rules.DataPack;
import fr.heliotoit.rules.LoadProfiles;
import fr.heliotoit.rules.PackKind;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.rules.Sharing;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Collective self-consumption over chosen buildings: who makes, who uses, by which keys. */
public final class SharePower {
    private SharePower() {}

    /**
     * What came of it.
     *
     * @param producers how many roofs
     * @param peakPowerKWp of all of them
     * @param widthM greatest distance between two of the buildings
     * @param tooWide whether that is more than the rule allows without an exception
     * @param tooLarge whether the power is more than the rule allows
     */
    public record Report(
            int producers,
            double peakPowerKWp,
            double widthM,
            boolean tooWide,
            boolean tooLarge,
            Sharing.Keys keys,
            Sharing.Result result) {
        /** The totals in one sentence; a second one when there is too much power. */
        public String sentence() {
            String total = Texts.current()
                    .text(
                            "app.sharing.total",
                            producers,
                            Formats.quantity(peakPowerKWp, 0, "kWc"),
                            Formats.quantity(result.productionKWh() / 1000, 0, "MWh/an"),
                            Formats.percent(result.selfConsumptionRate(), 0),
                            Formats.quantity(result.surplusKWh() / 1000, 0, "MWh"),
                            Formats.quantity(widthM, 0, "m"));
            return tooLarge ? total + "\n" + Texts.current().text("app.sharing.tooLarge") : total;
        }
    }

    /**
     * @param producers which roofs (ECQL)
     * @param consumers which buildings (ECQL); their consumption is what was typed for them, else guessed from the floor area; fixed keys are in proportion to it
     * @param wholeEpci whether the exception for public bodies of one EPCI is used instead of the distance
     */
    public static Report run(
            ProjectFile project,
            @Nullable Path weather,
            Packs packs,
            String producers,
            String consumers,
            Sharing.Keys keys,
            boolean wholeEpci)
            throws Failure {
        List<BuildingRecord> records = project.records();
        EnergyModel energy = EnergyModel.of(project, weather, records, packs);
        DataPack pack = packs.of(PackKind.LOADS);
        LoadProfiles profiles = LoadProfiles.of(pack);
        List<BuildingRecord> roofs = FindBuildings.run(records, producers).stream()
                .filter(r -> r.outcome() instanceof SolarPotential p && p.peakPowerKWp() > 0)
                .toList();
        List<BuildingRecord> users = FindBuildings.run(records, consumers);
        if (roofs.isEmpty() || users.isEmpty()) {
            throw Failure.of("app.sharing.nothing");
        }
        double[] made = new double[energy.calendar().hours()];
        double kWp = 0;
        for (BuildingRecord roof : roofs) {
            SolarPotential potential = (SolarPotential) roof.outcome();
            float[] hours = energy.production(roof, potential).hourlyKWh();
            for (int i = 0; i < made.length; i++) {
                made[i] += hours[i];
            }
            kWp += potential.peakPowerKWp();
        }
        TypedHypotheses typed = new TypedHypotheses(project.files());
        double all = 0;
        for (BuildingRecord user : users) {
            all += yearly(user, typed, profiles);
        }
        List<Sharing.Consumer> parts = new ArrayList<>();
        for (BuildingRecord user : users) {
            double yearly = yearly(user, typed, profiles);
            String name = user.building().name() == null
                    ? user.building().id()
                    : user.building().name();
            parts.add(new Sharing.Consumer(
                    name,
                    profile(user, typed, profiles).shares(energy.calendar()),
                    yearly,
                    all > 0 ? yearly / all : 0));
        }
        double width = width(roofs, users);
        double most = wholeEpci ? pack.value("sharingEpciMostKWp") : pack.value("sharingMostKWp");
        return new Report(
                roofs.size(),
                kWp,
                width,
                !wholeEpci && width > pack.value("sharingRadius") * 1000,
                kWp > most,
                keys,
                Sharing.of(made, parts, keys));
    }

    private static double yearly(BuildingRecord user, TypedHypotheses typed, LoadProfiles profiles) throws Failure {
        OptionalDouble said = typed.consumptionKWh(user.building().id());
        return said.isPresent() ? said.getAsDouble() : profiles.guessKWh(user.building());
    }

    private static LoadProfiles.Profile profile(BuildingRecord user, TypedHypotheses typed, LoadProfiles profiles)
            throws Failure {
        Optional<LoadProfiles.Profile> said =
                typed.profile(user.building().id()).flatMap(profiles::named);
        return said.isPresent() ? said.get() : profiles.of(user.building());
    }

    private static double width(List<BuildingRecord> roofs, List<BuildingRecord> users) {
        List<BuildingRecord> all = new ArrayList<>(roofs);
        all.addAll(users);
        // The width of the whole is at most that of its envelope, and for many buildings near enough.
        org.locationtech.jts.geom.Envelope reach = new org.locationtech.jts.geom.Envelope();
        all.forEach(r -> reach.expandToInclude(
                r.building().footprint().getEnvelopeInternal().centre()));
        if (all.size() > 500) {
            return reach.getDiameter();
        }
        double width = 0;
        for (BuildingRecord one : all) {
            for (BuildingRecord other : all) {
                width = Math.max(
                        width,
                        one.building().footprint().distance(other.building().footprint()));
            }
        }
        return width;
    }
}
