package fr.heliotoit.app;

import fr.heliotoit.rules.DataPack;
import fr.heliotoit.solar.Collector;
import fr.heliotoit.solar.HotWater;
import fr.heliotoit.solar.PvSystem;
import fr.heliotoit.solar.PvWatts;
import fr.heliotoit.text.Failure;

/** What the packs say of modules and collectors, in the words of {@code solar}. */
public final class PvSystems {
    private PvSystems() {}

    public static PvSystem of(DataPack pack) throws Failure {
        try {
            return new PvSystem(
                    pack.value("angularLoss"),
                    pack.value("u0"),
                    pack.value("u1"),
                    new PvWatts(
                            pack.value("temperatureCoefficient"),
                            pack.value("losses"),
                            pack.value("dcAcRatio"),
                            pack.value("inverterEfficiency")),
                    pack.value("degradation"));
        } catch (IllegalArgumentException e) {
            throw Failure.of("app.packs.impossible", pack.file(), String.valueOf(e.getMessage()));
        }
    }

    static Collector collector(DataPack pack) throws Failure {
        try {
            return new Collector(
                    pack.value("peakEfficiency"),
                    pack.value("a1"),
                    pack.value("a2"),
                    pack.value("b0"),
                    pack.value("diffuseModifier"));
        } catch (IllegalArgumentException e) {
            throw Failure.of("app.packs.impossible", pack.file(), String.valueOf(e.getMessage()));
        }
    }

    /** @param users people, at least 1 */
    static HotWater hotWater(DataPack pack, double users) throws Failure {
        double area = users * pack.value("collectorPerUser");
        try {
            return new HotWater(
                    area,
                    area * pack.value("tankPerCollector"),
                    pack.value("tankLoss"),
                    users,
                    pack.value("litresPerUserDay"),
                    pack.value("setTemperature"),
                    pack.value("highestTemperature"));
        } catch (IllegalArgumentException e) {
            throw Failure.of("app.packs.impossible", pack.file(), String.valueOf(e.getMessage()));
        }
    }
}
