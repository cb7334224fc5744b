package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.text.Texts;
import fr.heliotoit.ui.map.LayerKind;
import fr.heliotoit.ui.map.LayerModel;
import fr.heliotoit.ui.map.MapComposer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Shadows on the map at a day and an hour of this computer's time zone, played as a day when asked to. */
final class SunPanel extends VBox {
    private static final double STEP_H = 0.25;
    private static final Duration FRAME = Duration.millis(200);

    /** For whom the system says that things shall move little: one picture in two seconds. */
    private static final double SLOW = 0.1;

    private final MapComposer composer;
    private final CheckBox shown = new CheckBox(t("sun.shown"));
    private final Slider day = new Slider(1, 365, LocalDate.now().getDayOfYear());
    private final Slider hour = new Slider(4, 22, 12);
    private final Label words = new Label();
    private final Button play = new Button(t("sun.play"));
    private final Timeline playing = new Timeline(new KeyFrame(FRAME, event -> forward()));

    private final CursorSky sky = new CursorSky();

    SunPanel(MapComposer composer) {
        this.composer = composer;
        getStyleClass().add("layer-row");
        LayerModel.Entry surface = composer.layers().of(LayerKind.RELIEF);
        BooleanBinding absent = surface.reasonProperty().isNotEmpty();
        shown.setId("sun-shown");
        shown.disableProperty().bind(absent);
        absent.addListener((o, before, now) -> {
            if (now) {
                shown.setSelected(false);
            }
        });
        day.setId("sun-day");
        day.setAccessibleText(t("sun.day"));
        day.setBlockIncrement(7);
        hour.setId("sun-hour");
        hour.setAccessibleText(t("sun.hour"));
        hour.setBlockIncrement(STEP_H);
        words.setId("sun-words");
        words.getStyleClass().addAll("text-muted", "layer-note");
        play.setId("sun-play");
        playing.setCycleCount(Timeline.INDEFINITE);
        play.setOnAction(event -> play(playing.getStatus() != Timeline.Status.RUNNING));
        VBox more = new VBox(words, new Label(t("sun.day")), day, new Label(t("sun.hour")), hour, play);
        sky.visibleProperty().bind(shown.selectedProperty());
        more.getStyleClass().add("sun-more");
        more.visibleProperty().bind(shown.selectedProperty());
        more.managedProperty().bind(shown.selectedProperty());
        getChildren().addAll(shown, more);
        shown.selectedProperty().addListener((o, before, now) -> {
            if (!now) {
                play(false);
            }
            tell();
        });
        day.valueProperty().addListener((o, before, now) -> tell());
        hour.valueProperty().addListener((o, before, now) -> tell());
    }

    CursorSky sky() {
        return sky;
    }

    private void play(boolean on) {
        play.setText(t(on ? "sun.pause" : "sun.play"));
        if (on) {
            playing.setRate(getScene().getPreferences().isReducedMotion() ? SLOW : 1);
            playing.play();
        } else {
            playing.stop();
        }
    }

    private void forward() {
        double next = hour.getValue() + STEP_H;
        hour.setValue(next > hour.getMax() ? hour.getMin() : next);
    }

    private void tell() {
        if (!shown.isSelected()) {
            composer.setSun(null, "");
            return;
        }
        LocalDate date = LocalDate.ofYearDay(2025, (int) Math.round(day.getValue()));
        LocalTime time = LocalTime.ofSecondOfDay(Math.round(hour.getValue() / STEP_H) * (long) (STEP_H * 3600));
        Instant moment = date.atTime(time).atZone(ZoneId.systemDefault()).toInstant();
        String said = t(
                "sun.words",
                DateTimeFormatter.ofPattern("d MMMM", Texts.current().locale()).format(date),
                DateTimeFormatter.ofPattern("HH:mm").format(time));
        words.setText(said);
        composer.setSun(moment, said);
    }
}
