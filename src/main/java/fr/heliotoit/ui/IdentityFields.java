package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.Identity;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import fr.heliotoit.text.Texts;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.UserSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** Logo, two colours and web address of the commune on its papers; remembered for the commune. The contrast of the colours is told at once. */
final class IdentityFields {
    private static final Color FIRST = Color.web("#00224e");
    private static final Color SECOND = Color.web("#6b5d00");

    private final UserSettings settings;
    private final String prefix;
    private final FileField logo;
    private final CheckBox own = new CheckBox(t("identity.colours.own"));
    private final ColorPicker first = new ColorPicker(FIRST);
    private final ColorPicker second = new ColorPicker(SECOND);
    private final Label contrast = new Label();
    private final TextField site = new TextField();

    IdentityFields(UserSettings settings, LoadedProject project, FilePicker files) {
        this.settings = settings;
        this.prefix = prefix(project);
        logo = new FileField("identity-logo", t("identity.logo.prompt"), () -> files.open(FilePicker.Kind.LOGO));
        site.setId("identity-site");
        site.setPromptText("https://…");
        contrast.setWrapText(true);
        contrast.managedProperty().bind(contrast.textProperty().isNotEmpty());
        contrast.setId("identity-contrast");
        contrast.getStyleClass().add("text-muted");
        own.setId("identity-own");
        first.setAccessibleText(t("identity.colour.first"));
        second.setAccessibleText(t("identity.colour.second"));
        first.disableProperty().bind(own.selectedProperty().not());
        second.disableProperty().bind(own.selectedProperty().not());
        Identity before = remembered(settings, project);
        if (before.logo() != null) {
            logo.set(before.logo());
        }
        if (before.colours() != null) {
            String[] colours = before.colours().split(",");
            own.setSelected(true);
            first.setValue(Color.web(colours[0]));
            second.setValue(Color.web(colours[colours.length - 1]));
        }
        site.setText(before.site() == null ? "" : before.site());
        own.selectedProperty().addListener(o -> tellContrast());
        first.valueProperty().addListener(o -> tellContrast());
        second.valueProperty().addListener(o -> tellContrast());
        tellContrast();
    }

    /** What was given for this commune before. */
    static Identity remembered(UserSettings settings, LoadedProject project) {
        String prefix = prefix(project);
        Path logo = settings.get(prefix + "logo")
                .map(Path::of)
                .filter(Files::isRegularFile)
                .orElse(null);
        return new Identity(
                logo,
                settings.get(prefix + "colours")
                        .filter(c -> c.matches("#[0-9a-f]{6},#[0-9a-f]{6}"))
                        .orElse(null),
                settings.get(prefix + "site").orElse(null));
    }

    void addTo(Form form) {
        HBox colours = new HBox(own, first, second);
        own.setMinWidth(Region.USE_PREF_SIZE);
        first.setMinWidth(Region.USE_PREF_SIZE);
        second.setMinWidth(Region.USE_PREF_SIZE);
        colours.getStyleClass().add("bar-row");
        form.add(t("identity.logo"), logo);
        form.add(t("identity.colours"), colours);
        form.addWide(contrast);
        form.add(t("identity.site"), site);
    }

    /** What is wrong, or null. Reads the logo: it is small. */
    @Nullable
    String problem() {
        try {
            identity().check();
            return null;
        } catch (Failure failure) {
            return failure.getMessage();
        }
    }

    /** As given now, remembered from now on. */
    Identity keep() {
        Identity identity = identity();
        settings.put(
                prefix + "logo",
                identity.logo() == null ? null : identity.logo().toString());
        settings.put(prefix + "colours", identity.colours());
        settings.put(prefix + "site", identity.site());
        return identity;
    }

    private Identity identity() {
        return new Identity(
                logo.path(),
                colours(),
                site.getText().isBlank() ? null : site.getText().strip());
    }

    private @Nullable String colours() {
        return own.isSelected() ? hex(first.getValue()) + "," + hex(second.getValue()) : null;
    }

    private void tellContrast() {
        try {
            contrast.setText(new Identity(null, colours(), null)
                    .check().stream().map(this::words).collect(Collectors.joining("\n")));
        } catch (Failure failure) {
            contrast.setText(failure.getMessage());
        }
    }

    private String words(Message message) {
        return Texts.current().text(message);
    }

    private static String hex(Color colour) {
        return "#%02x%02x%02x"
                .formatted(
                        Math.round(colour.getRed() * 255),
                        Math.round(colour.getGreen() * 255),
                        Math.round(colour.getBlue() * 255));
    }

    private static String prefix(LoadedProject project) {
        String code = project.info().commune().inseeCode();
        return "identity." + (code == null ? project.info().commune().name() : code) + ".";
    }
}
