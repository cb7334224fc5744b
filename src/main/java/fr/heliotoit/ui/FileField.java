package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A path that is typed or chosen; blank stands for none. */
final class FileField extends HBox {
    private final TextField text = new TextField();

    /** @param choose asks for a file */
    FileField(String id, String prompt, Supplier<Optional<Path>> choose) {
        getStyleClass().add("bar-row");
        text.setId(id);
        text.setPromptText(prompt);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button button = new Button(t("choose"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> choose.get().ifPresent(this::set));
        getChildren().addAll(text, button);
    }

    void set(Path path) {
        text.setText(path.toString());
    }

    @Nullable
    Path path() {
        return text.getText().isBlank() ? null : Path.of(text.getText().strip());
    }
}
