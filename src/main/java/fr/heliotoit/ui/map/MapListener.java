package fr.heliotoit.ui.map;

import fr.heliotoit.cadastre.BuildingRecord;
import java.util.Optional;

/** What a person does on the map. */
public interface MapListener {
    /**
     * A click.
     *
     * @param building what was under it
     * @param toggle whether Shift or Ctrl was down: add or take away instead of choose
     */
    void clicked(Optional<BuildingRecord> building, boolean toggle);

    /** Esc. */
    void cleared();

    /** A shape was finished. */
    void drawn(DrawnShape shape);

    /** The cursor moved over a place [project CRS]; NaN when it left the map. */
    void pointing(double x, double y);
}
