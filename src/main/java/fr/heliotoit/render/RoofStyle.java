package fr.heliotoit.render;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.text.Texts;
import java.awt.Color;
import java.util.List;
import java.util.Optional;

/** How a roof is coloured by what is known of it, and the legend that says so. */
public interface RoofStyle {
    /** Colour of the roof; empty when there is no figure: it is hatched then, never given a colour of the ramp. */
    Optional<Color> fill(BuildingRecord record);

    /** What is written on the roof, so that the map can be read without colours; empty when nothing is. */
    Optional<String> mark(BuildingRecord record);

    /** Title of the legend, with the unit. */
    String title();

    /** What the hatch of roofs without a colour means. */
    default String unknown() {
        return Texts.current().text("render.legend.unknown");
    }

    /** The data packs that the colours come from, for the line of sources. */
    List<String> sources();

    /** The legend, best first; the hatch of roofs without a figure is added by {@link Legend}. */
    List<Entry> entries();

    /**
     * A line of the legend.
     *
     * @param mark what is written on such roofs, or empty
     */
    record Entry(Color colour, String mark, String label) {}
}
