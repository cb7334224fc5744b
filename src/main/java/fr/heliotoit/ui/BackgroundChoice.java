package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.text.Failure;
import fr.heliotoit.tiles.BaseMap;
import fr.heliotoit.tiles.Network;
import fr.heliotoit.tiles.TileSource;
import fr.heliotoit.ui.map.MapComposer;
import fr.heliotoit.ui.model.UserSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.control.ComboBox;

/** Which background map is shown, of IGN's and of those that were added; remembered, like the way to the web. */
final class BackgroundChoice extends ComboBox<TileSource> {
    private static final String CHOSEN = "background.chosen";
    private static final String SOURCES = "background.source.";
    private static final String NETWORK = "network.";
    private static final String SPLIT = "\u001f";

    private final MapComposer composer;
    private final UserSettings settings;

    BackgroundChoice(MapComposer composer, UserSettings settings) {
        this.composer = composer;
        this.settings = settings;
        setId("background");
        setAccessibleText(t("background.choice"));
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new ChoiceWords<>(TileSource::name));
        getItems().setAll(TileSource.PRESETS);
        getItems().addAll(added());
        composer.baseMap().use(network());
        String chosen = settings.get(CHOSEN).orElse("");
        setValue(getItems().stream()
                .filter(source -> source.id().equals(chosen))
                .findFirst()
                .orElse(getItems().getFirst()));
        composer.setSource(getValue());
        valueProperty().addListener((o, before, now) -> {
            if (now != null) {
                settings.put(CHOSEN, now.id());
                composer.setSource(now);
            }
        });
    }

    BaseMap map() {
        return composer.baseMap();
    }

    /** Those that a person has added. */
    List<TileSource> added() {
        List<TileSource> sources = new ArrayList<>();
        settings.under(SOURCES).forEach((id, text) -> {
            String[] parts = text.split(SPLIT, -1);
            try {
                sources.add(TileSource.of(parts[0], parts[1], parts[2]));
            } catch (Failure | ArrayIndexOutOfBoundsException e) {
                // Written by another hand than ours: it stays where it is and is not offered.
                System.getLogger(BackgroundChoice.class.getName()).log(System.Logger.Level.WARNING, id, e);
            }
        });
        return sources;
    }

    /** Offers it from now on, and lets its server be asked. */
    void add(TileSource source) {
        settings.put(SOURCES + source.id(), String.join(SPLIT, source.name(), source.attribution(), source.template()));
        if (!getItems().contains(source)) {
            getItems().add(source);
        }
        use(network().allowing(source.host()));
        setValue(source);
    }

    void remove(TileSource source) {
        settings.put(SOURCES + source.id(), null);
        if (source.equals(getValue())) {
            setValue(getItems().getFirst());
        }
        getItems().remove(source);
    }

    /** The way to the web, with the password that was typed since the start. */
    Network network() {
        Network usual = Network.DEFAULT;
        return new Network(
                Arrays.stream(Network.Proxy.values())
                        .filter(p -> settings.get(NETWORK + "proxy").equals(Optional.of(p.name())))
                        .findFirst()
                        .orElse(usual.proxy()),
                settings.get(NETWORK + "host").orElse(usual.proxyHost()),
                number("port", usual.proxyPort()),
                settings.get(NETWORK + "user").orElse(usual.user()),
                composer.baseMap().network().password(),
                settings.get(NETWORK + "hosts")
                        .map(hosts -> List.of(hosts.split(" ")))
                        .orElse(usual.hosts()),
                number("cache", usual.cacheMegabytes()));
    }

    private int number(String key, int usual) {
        try {
            return settings.get(NETWORK + key).map(Integer::parseInt).orElse(usual);
        } catch (NumberFormatException e) {
            return usual;
        }
    }

    /** From now on, and from the next start on; the password is not written anywhere. */
    void use(Network network) {
        TreeMap<String, String> kept = new TreeMap<>();
        kept.put("proxy", network.proxy().name());
        kept.put("host", network.proxyHost());
        kept.put("port", Integer.toString(network.proxyPort()));
        kept.put("user", network.user());
        if (!network.hosts().isEmpty()) {
            kept.put("hosts", String.join(" ", network.hosts()));
        }
        kept.put("cache", Integer.toString(network.cacheMegabytes()));
        settings.replace(NETWORK, kept);
        composer.use(network);
    }

    void close() {
        composer.close();
    }
}
