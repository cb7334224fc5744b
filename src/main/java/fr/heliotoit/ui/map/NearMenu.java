package fr.heliotoit.ui.map;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.text.Formats;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.locationtech.jts.geom.Coordinate;

/** The menu of a place on the map: what is no farther from it than so many metres. */
final class NearMenu {
    private static final List<Integer> METRES = List.of(50, 100, 200, 500, 1000);

    private final MapView map;
    private final ContextMenu menu = new ContextMenu();

    NearMenu(MapView map) {
        this.map = map;
    }

    void show(ContextMenuEvent event, Coordinate place) {
        // Asked for on the keyboard it is about the middle of the map.
        Coordinate centre = event.isKeyboardTrigger()
                ? new Coordinate(
                        map.navigation().viewport().centreX(),
                        map.navigation().viewport().centreY())
                : place;
        menu.getItems().clear();
        for (int metres : METRES) {
            MenuItem item = new MenuItem(t("map.near", Formats.quantity(metres, 0, "m")));
            item.setId("map-near-" + metres);
            item.setOnAction(chosen -> map.drawing().show(DrawnShape.around(centre, metres)));
            menu.getItems().add(item);
        }
        menu.show(map, event.getScreenX(), event.getScreenY());
        event.consume();
    }
}
