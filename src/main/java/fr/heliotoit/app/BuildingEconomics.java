package fr.heliotoit.app;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.rules.Economics;
import fr.heliotoit.rules.LoadProfiles;
import fr.heliotoit.rules.SelfConsumption;
import java.util.EnumMap;
import java.util.Map;

/**
 * Energy and money of one building.
 *
 * @param profile of its consumption
 * @param guessed whether the consumption is a guess from the floor area
 * @param use what is used on site
 */
public record BuildingEconomics(
        BuildingRecord record,
        SolarPotential potential,
        EnergyModel.Production production,
        LoadProfiles.Profile profile,
        boolean guessed,
        SelfConsumption use,
        Economics economics) {
    /** The same without the hours, which would fill the memory for many buildings. */
    BuildingEconomics withoutHours() {
        EnergyModel.Production months = new EnergyModel.Production(
                new float[0],
                production.monthlyKWh(),
                production.yearly(),
                production.clippedKWh(),
                production.performanceRatio());
        return new BuildingEconomics(record, potential, months, profile, guessed, use, economics);
    }

    /** As attributes of the building. */
    Map<Attribute, Object> attributes() {
        Map<Attribute, Object> values = new EnumMap<>(Attribute.class);
        values.put(Attribute.PRODUCTION_MIN, production.yearly().low());
        values.put(Attribute.PRODUCTION_MAX, production.yearly().high());
        values.put(Attribute.PROFIL, profile.id());
        values.put(Attribute.CONSOMMATION, use.consumptionKWh());
        values.put(Attribute.AUTOCONSOMMATION, 100 * use.selfConsumptionRate());
        if (use.consumptionKWh() > 0) {
            values.put(Attribute.AUTOPRODUCTION, 100 * use.selfProductionRate());
        }
        values.put(Attribute.VENTE, economics.mode().code());
        values.put(Attribute.INVESTISSEMENT, economics.investment().grossEur());
        economics.paybackYears().ifPresent(years -> values.put(Attribute.RETOUR, years));
        values.put(Attribute.VAN, economics.netPresentValueEur());
        economics.internalRate().ifPresent(rate -> values.put(Attribute.TRI, 100 * rate));
        values.put(Attribute.COUT, economics.levelisedCostEurPerKWh());
        return values;
    }
}
