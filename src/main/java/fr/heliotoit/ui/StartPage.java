package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What is seen before a project is open: three doors and the projects opened lately. */
final class StartPage extends VBox {
    private final VBox recent = new VBox();
    private final Consumer<Path> reopen;

    StartPage(Runnable open, Runnable importing, Runnable demo, Consumer<Path> reopen) {
        this.reopen = reopen;
        setId("start");
        getStyleClass().add("start-page");
        setAlignment(Pos.CENTER);
        Label title = new Label("Héliotoit");
        title.getStyleClass().add("start-title");
        Label subtitle = new Label(t("start.subtitle"));
        subtitle.getStyleClass().add("start-subtitle");
        FlowPane doors = new FlowPane(door("open", open), door("import", importing), door("demo", demo));
        doors.getStyleClass().add("start-doors");
        doors.setAlignment(Pos.CENTER);
        recent.getStyleClass().add("start-recent");
        recent.setAlignment(Pos.CENTER);
        getChildren().addAll(title, subtitle, doors, recent);
    }

    void setRecent(List<Path> projects) {
        recent.getChildren().clear();
        if (projects.isEmpty()) {
            return;
        }
        Label heading = new Label(t("start.recent"));
        heading.getStyleClass().add("card-heading");
        recent.getChildren().add(heading);
        for (Path project : projects) {
            Path parent = project.getParent();
            Hyperlink link =
                    new Hyperlink(project.getFileName() + (parent == null ? "" : "  (" + parent.getFileName() + ")"));
            link.setTooltip(new Tooltip(project.toString()));
            link.setOnAction(event -> reopen.accept(project));
            if (!Files.isRegularFile(project)) {
                link.setText(t("start.recent.missing", link.getText()));
                link.setDisable(true);
            }
            recent.getChildren().add(link);
        }
    }

    private static Button door(String name, Runnable action) {
        Label title = new Label(t("start." + name));
        title.getStyleClass().add("door-title");
        Label text = new Label(t("start." + name + ".text"));
        text.getStyleClass().add("text-muted");
        text.setWrapText(true);
        VBox content = new VBox(title, text);
        content.setAlignment(Pos.CENTER);
        content.getStyleClass().add("door-content");
        Button button = new Button("", content);
        button.setId("door-" + name);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("door");
        button.setAccessibleText(t("start." + name) + ". " + t("start." + name + ".text"));
        button.setOnAction(event -> action.run());
        return button;
    }
}
