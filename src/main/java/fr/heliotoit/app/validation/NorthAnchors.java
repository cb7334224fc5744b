package fr.heliotoit.app.validation;

import fr.heliotoit.app.Installation;
import fr.heliotoit.app.PvSystems;
import fr.heliotoit.io.WeatherFiles;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.rules.DataPack;
import fr.heliotoit.solar.LightHours;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.PlaneYield;
import fr.heliotoit.solar.PvSystem;
import fr.heliotoit.solar.WeatherYear;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;

/** Two figures that are known of the north of France, beside what the product gives there. They are reported; nothing is tuned to them. */
final class NorthAnchors {
    /** Tilt and azimuth [°] of the planes that are shown. */
    private static final double[][] PLANES = {{35, 180}, {15, 180}, {0, 180}, {35, 90}, {35, 270}};

    private NorthAnchors() {}

    static void write(Page page) throws Failure {
        // The packs as they are shipped: the page changes neither with the days nor with whoever writes it.
        Path packs = Installation.data().resolve("packs");
        Conventions conventions = Conventions.of(DataPack.load(packs.resolve("conventions-2026.json")));
        PvSystem system = PvSystems.of(DataPack.load(packs.resolve("systeme-pv-2026.json")));
        WeatherYear year = WeatherFiles.read(packs.resolve("climat-artois.json"), new Place(50.43, 2.83, 40));
        LightHours light = LightHours.of(year, 0.2, 4);
        double ratio = conventions.performanceRatio().value();
        double density = conventions.modulePowerDensity().value() / 1000;
        page.heading(2, "Two known figures of the north of France");
        page.text(
                "No hourly weather of Lille is at hand: the year is a synthetic one of the pack `climat-artois.json` (monthly sums, marked"
                        + " to be checked). Conventions and system as shipped. Known: 950 to 1050 kWh/kWc around Lille; 860 000 kWh a year on 5113 m²"
                        + " usable of 12 000 m² of roof of the Palais des Beaux-Arts of Lille, 168 kWh per usable m².");
        page.header(
                "unshaded plane",
                "light kWh/m²",
                "only irradiation known: light × " + Page.number(ratio, 2) + " [kWh/kWc]",
                "headline: hourly chain [kWh/kWc]",
                "headline per m² of module [kWh]");
        for (double[] plane : PLANES) {
            PlaneYield yield = PlaneYield.of(light, plane[0], plane[1], null, system);
            page.row(
                    (int) plane[0] + "° tilt, azimuth " + (int) plane[1] + "°",
                    Page.number(yield.yearKWhM2(), 0),
                    Page.number(yield.yearKWhM2() * ratio, 0),
                    Page.number(yield.yearKWhPerKWp(), 0),
                    Page.number(yield.yearKWhPerKWp() * density, 0));
        }
        page.end();
        page.text(
                "Why: which modules and which shade the museum's figure supposes is not known; the last column is today's modules ("
                        + Page.number(density * 1000, 0) + " Wc/m²) times the hourly yield"
                        + " without shade, per m² of module, so only the order of size can be compared. The headline of the product is the hourly"
                        + " yield, with reflection, heat, inverter and losses; light times the ratio of the conventions is shown only for"
                        + " roofs of which nothing but a supplied map of irradiation is known.");
    }
}
