package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.ui.map.MapComposer;
import fr.heliotoit.ui.map.RoofColour;
import fr.heliotoit.ui.model.UserSettings;
import java.util.Arrays;
import javafx.scene.control.ComboBox;

/** What the roofs' colours tell: class, light, money or rank; remembered. */
final class ColourChoice extends ComboBox<RoofColour> {
    private static final String CHOSEN = "map.colour";

    ColourChoice(MapComposer composer, UserSettings settings) {
        setId("roof-colour");
        setAccessibleText(t("colour.choice"));
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new ChoiceWords<>(RoofColour::label));
        getItems().setAll(RoofColour.values());
        String chosen = settings.get(CHOSEN).orElse("");
        setValue(Arrays.stream(RoofColour.values())
                .filter(colour -> colour.code().equals(chosen))
                .findFirst()
                .orElse(RoofColour.CLASSES));
        composer.setColour(getValue());
        valueProperty().addListener((o, before, now) -> {
            if (now != null) {
                settings.put(CHOSEN, now.code());
                composer.setColour(now);
            }
        });
    }
}
