package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.NewProject;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Spelling;
import fr.heliotoit.ui.model.CommuneSearch;
import fr.heliotoit.ui.model.Latest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A new project: a French commune from the list, or another place with its coordinate system; and where the file goes. */
final class NewProjectDialog {
    private static final int LIMIT = 50;
    private static final String LAMBERT_93 = "EPSG:2154";

    private final Window owner;
    private final Services services;
    private final TextField typed = new TextField();
    private final ListView<Commune> found = new ListView<>();
    private final TextField system = new TextField(LAMBERT_93);
    private final FileField file;
    private final Latest<Answer> searching = new Latest<>("communes", true, this::show);
    private volatile @Nullable CommuneSearch communes;

    private record Answer(List<Commune> communes, String whenEmpty) {}

    NewProjectDialog(Window owner, Services services) {
        this.owner = owner;
        this.services = services;
        this.file = new FileField(
                "new-file", t("new.file.prompt"), () -> services.files().save(FilePicker.Kind.PROJECT, suggested()));
    }

    /** @param then called with the file and what it is about */
    void ask(BiConsumer<Path, ProjectInfo> then) {
        typed.setId("new-commune");
        typed.setPromptText(t("new.commune.prompt"));
        found.setId("new-communes");
        found.setPrefHeight(150);
        found.setAccessibleText(t("new.commune"));
        found.setCellFactory(list -> new CommuneCell());
        found.setPlaceholder(placeholder(""));
        system.setId("new-crs");
        typed.textProperty().addListener((o, before, now) -> searching.submit(() -> search(now)));
        found.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> chosen(now));
        typed.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                found.requestFocus();
            }
        });
        Form form = new Form(owner, t("new.title"));
        form.add(t("new.commune"), typed);
        form.add("", found);
        form.add(t("new.crs"), system);
        form.add(t("new.file"), file);
        form.note(t("new.note"));
        form.ask(t("new.go"), this::problem, () -> then.accept(target(), info()));
    }

    /** Off the FX thread: the table of communes is read when first asked for. */
    private Answer search(String text) {
        try {
            CommuneSearch known = communes;
            if (known == null) {
                known = new CommuneSearch(services.communes().get());
                communes = known;
            }
            return new Answer(known.find(text, LIMIT), t("new.commune.none"));
        } catch (Failure failure) {
            return new Answer(List.of(), failure.getMessage());
        }
    }

    private void show(Answer answer) {
        found.setPlaceholder(placeholder(typed.getText().isBlank() ? "" : answer.whenEmpty()));
        found.getItems().setAll(answer.communes());
        if (!answer.communes().isEmpty()) {
            found.getSelectionModel().select(0);
        }
    }

    private static Label placeholder(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("table-nothing");
        return label;
    }

    /** The official system of that part of France, when there is one. */
    private void chosen(@Nullable Commune commune) {
        String official = commune == null ? null : NewProject.officialCrs(commune);
        if (official != null) {
            system.setText(official);
        }
    }

    private Commune commune() {
        Commune chosen = found.getSelectionModel().getSelectedItem();
        return chosen != null ? chosen : new Commune(null, typed.getText().strip(), null, null);
    }

    private ProjectInfo info() {
        return new ProjectInfo(commune(), new Crs(system.getText().strip().toUpperCase(Locale.ROOT)), false);
    }

    private Path target() {
        Path path = file.path();
        if (path == null) {
            throw new IllegalStateException("checked before");
        }
        return path;
    }

    private String suggested() {
        if (typed.getText().isBlank()) {
            return "commune.gpkg";
        }
        String code = commune().inseeCode();
        String name = Spelling.fold(commune().name()).replace(' ', '-');
        return (code == null ? "" : code + "-") + name + ".gpkg";
    }

    private @Nullable String problem() {
        if (typed.getText().isBlank()) {
            return t("new.commune.missing");
        }
        if (!system.getText().strip().matches("(?i)EPSG:\\d{4,6}")) {
            return t("import.crs.wrong", system.getText());
        }
        Path path = file.path();
        if (path == null) {
            return t("new.file.missing");
        }
        return Files.exists(path) ? t("new.file.exists", path) : null;
    }

    private static final class CommuneCell extends ListCell<Commune> {
        @Override
        protected void updateItem(@Nullable Commune commune, boolean empty) {
            super.updateItem(commune, empty);
            setText(empty || commune == null ? "" : words(commune));
        }

        private static String words(Commune commune) {
            String name =
                    commune.inseeCode() == null ? commune.name() : commune.name() + " (" + commune.inseeCode() + ")";
            return commune.epci() == null ? name : name + " — " + commune.epci();
        }
    }
}
