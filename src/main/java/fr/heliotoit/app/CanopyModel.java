package fr.heliotoit.app;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.rules.DataPack;
import fr.heliotoit.rules.Interval;
import fr.heliotoit.rules.PackKind;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.rules.Uncertainty;
import fr.heliotoit.solar.PlaneYield;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.util.List;
import java.util.Optional;

/** Solar canopies over the share of a car park that the law asks for, under an open sky, by the hourly chain of roofs. */
final class CanopyModel {
    private final EnergyModel energy;
    private final Conventions conventions;
    private final DataPack law;
    private final DataPack uncertainty;

    private CanopyModel(EnergyModel energy, Conventions conventions, DataPack law, DataPack uncertainty) {
        this.energy = energy;
        this.conventions = conventions;
        this.law = law;
        this.uncertainty = uncertainty;
    }

    /** Empty when the project knows no weather year, or its file has been moved: the register stands without these figures. */
    static Optional<CanopyModel> of(ProjectFile project, Packs packs, List<BuildingRecord> records) throws Failure {
        if (!EnergyModel.weatherAtHand(project, records)) {
            return Optional.empty();
        }
        return Optional.of(new CanopyModel(
                EnergyModel.of(project, null, records, packs),
                DataPacks.conventions(packs),
                packs.of(PackKind.LAW),
                packs.of(PackKind.UNCERTAINTY)));
    }

    /**
     * @param kWp power
     * @param kWh production of a year
     */
    record Canopy(double kWp, Interval kWh) {}

    Canopy over(LayerFeature park, double areaM2) throws Failure {
        double modules = areaM2 * law.value("carParkCoverShare") * law.value("canopyPacking");
        double kWp = modules * conventions.modulePowerDensity().value() / 1000;
        double specific = PlaneYield.of(energy.light(), law.value("canopyTilt"), 180, null, energy.system())
                .yearKWhPerKWp();
        Uncertainty known = Uncertainty.of(
                uncertainty,
                new Uncertainty.Knowledge(energy.light().weather().origin().synthetic(), false, false, 0.005, 0));
        return new Canopy(kWp, known.around(kWp * specific, uncertainty.value("coverage")));
    }
}
