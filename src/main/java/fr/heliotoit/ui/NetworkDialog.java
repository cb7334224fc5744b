package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.tiles.BaseMap;
import fr.heliotoit.tiles.Network;
import fr.heliotoit.tiles.Tile;
import fr.heliotoit.tiles.TileSource;
import fr.heliotoit.ui.model.Words;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How the web is reached, who may be asked, what is kept on this computer, and which background maps there are. */
final class NetworkDialog {
    private final MainWindow window;
    private final BackgroundChoice background;
    private final ComboBox<Network.Proxy> proxy = new ComboBox<>();
    private final TextField host = new TextField();
    private final Spinner<Integer> port = new Spinner<>(1, 65_535, 8080);
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final TextField hosts = new TextField();
    private final Spinner<Integer> cache = new Spinner<>(10, 10_000, 300, 50);
    private final Label cached = new Label();
    private final Label tried = new Label();
    private final TextField address = new TextField();
    private final TextField name = new TextField();
    private final Label added = new Label();
    private final ComboBox<TileSource> offered = new ComboBox<>();

    NetworkDialog(MainWindow window) {
        this.window = window;
        this.background = window.workbench().background();
    }

    void ask() {
        Network now = background.network();
        proxy.setId("network-proxy");
        proxy.getItems().setAll(Network.Proxy.values());
        proxy.setConverter(new ChoiceWords<>(p -> t("network.proxy." + p.name().toLowerCase(java.util.Locale.ROOT))));
        proxy.setValue(now.proxy());
        host.setId("network-host");
        host.setText(now.proxyHost());
        port.setId("network-port");
        port.setEditable(true);
        port.getValueFactory().setValue(now.proxyPort());
        user.setId("network-user");
        user.setText(now.user());
        password.setId("network-password");
        password.setText(now.password());
        hosts.setId("network-hosts");
        hosts.setText(String.join(" ", now.hosts()));
        hosts.setPromptText(t("network.hosts.prompt"));
        cache.setId("network-cache");
        cache.setEditable(true);
        cache.getValueFactory().setValue(now.cacheMegabytes());
        for (Region field : List.of(host, port)) {
            field.disableProperty().bind(proxy.valueProperty().isNotEqualTo(Network.Proxy.MANUAL));
        }
        for (Region field : List.of(user, password)) {
            field.disableProperty().bind(proxy.valueProperty().isEqualTo(Network.Proxy.NONE));
        }
        Form form = new Form(window.stage(), t("network.title"));
        form.wide(640);
        form.note(t("network.note"));
        form.add(t("network.proxy"), proxy);
        form.add(t("network.host"), host);
        form.add(t("network.port"), port);
        form.add(t("network.user"), user);
        form.add(t("network.password"), password);
        form.note(t("network.password.note"));
        form.add(t("network.hosts"), hosts);
        form.add(t("network.cache"), beside(cache, cached, button("network-clear", t("network.clear"), this::clear)));
        form.add(t("network.try"), beside(button("network-try", t("network.try.go"), this::tryNow), tried));
        form.add(t("network.source"), source());
        for (Label label : List.of(tried, added, cached)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        tried.setId("network-tried");
        added.setId("network-added");
        measure();
        form.ask(t("settings.go"), this::wrong, () -> background.use(chosen()));
    }

    private Region source() {
        address.setId("network-address");
        address.setPromptText(t("network.source.prompt"));
        name.setId("network-name");
        name.setPromptText(t("network.source.name"));
        name.setAccessibleText(t("network.source.name"));
        offered.setId("network-offered");
        offered.setConverter(new ChoiceWords<>(TileSource::name));
        offered.setMaxWidth(Double.MAX_VALUE);
        offered.setAccessibleText(t("network.source.choose"));
        offered.setPromptText(t("network.source.choose"));
        offered.setVisible(false);
        offered.managedProperty().bind(offered.visibleProperty());
        offered.setOnAction(event -> {
            if (offered.getValue() != null) {
                take(offered.getValue());
            }
        });
        VBox box = new VBox(
                6, address, name, offered, beside(button("network-add", t("network.source.add"), this::add), added));
        for (TileSource own : background.added()) {
            Button remove = new Button(t("network.source.remove", own.name()));
            remove.setOnAction(event -> {
                background.remove(own);
                box.getChildren().remove(remove);
            });
            box.getChildren().add(remove);
        }
        return box;
    }

    private Network chosen() {
        String allowed = hosts.getText().strip();
        return new Network(
                proxy.getValue(),
                host.getText().strip(),
                port.getValue(),
                user.getText().strip(),
                password.getText(),
                allowed.isEmpty() ? List.of() : Arrays.asList(allowed.split("[\\s,;]+")),
                cache.getValue());
    }

    private @Nullable String wrong() {
        return proxy.getValue() == Network.Proxy.MANUAL && host.getText().isBlank() ? t("network.host.wrong") : null;
    }

    private void tryNow() {
        String wrong = wrong();
        if (wrong != null) {
            tried.setText(wrong);
            return;
        }
        Network network = chosen();
        TileSource source = background.getValue();
        tried.setText(t("network.try.busy", source.host()));
        aside(tried, () -> {
            BaseMap.check(network, source, new Tile(0, 0, 0));
            return t("network.try.good", source.host());
        });
    }

    private void clear() {
        BaseMap map = background.map();
        aside(cached, () -> {
            map.clearCache();
            return t("network.cached", Formats.number(0, 1));
        });
    }

    private void measure() {
        BaseMap map = background.map();
        aside(cached, () -> t("network.cached", Formats.number(map.cachedMegabytes(), 1)));
    }

    private void add() {
        String typed = address.getText().strip();
        if (typed.contains("{")) {
            try {
                String label = name.getText().isBlank()
                        ? t("network.source.unnamed")
                        : name.getText().strip();
                TileSource source = TileSource.of(label, "", typed);
                take(new TileSource(source.id(), label, "© " + source.host(), source.template(), source.maxZoom()));
            } catch (Failure e) {
                added.setText(e.getMessage());
            }
            return;
        }
        URI capabilities;
        try {
            capabilities = URI.create(typed);
        } catch (IllegalArgumentException e) {
            capabilities = null;
        }
        if (capabilities == null || capabilities.getHost() == null) {
            added.setText(Failure.of("tiles.template", typed).getMessage());
            return;
        }
        // Who types an address wants it asked.
        Network asking = chosen().allowing(capabilities.getHost());
        URI asked = capabilities;
        added.setText(t("network.try.busy", asked.getHost()));
        aside(added, () -> {
            List<TileSource> found = BaseMap.wmts(asking, asked);
            Platform.runLater(() -> {
                offered.getItems().setAll(found);
                offered.setVisible(true);
            });
            return Words.count("network.source.found", found.size());
        });
    }

    private void take(TileSource source) {
        background.add(source);
        // What was typed beside it stays.
        hosts.setText(String.join(" ", chosen().allowing(source.host()).hosts()));
        added.setText(t("network.source.added", source.name(), source.host()));
    }

    @FunctionalInterface
    private interface Asking {
        String answer() throws Failure;
    }

    /** The web may take its time; the window goes on. */
    private static void aside(Label label, Asking asking) {
        Thread.ofVirtual().name("network").start(() -> {
            String answer;
            try {
                answer = asking.answer();
            } catch (Failure e) {
                answer = e.getMessage();
            }
            String words = answer;
            Platform.runLater(() -> label.setText(words));
        });
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static HBox beside(javafx.scene.Node... nodes) {
        HBox box = new HBox(8, nodes);
        box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return box;
    }
}
