package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.EvaluateAll;
import fr.heliotoit.rules.Score;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import fr.heliotoit.ui.model.UserSettings;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** What all evaluations are run with: the weights of the ranking, which are remembered. A blank field takes the pack's. */
final class EvaluateDialog {
    private static final String REMEMBERED = "weight.";

    private final Window owner;
    private final UserSettings settings;
    private final Map<Score.Criterion, TextField> weights = new EnumMap<>(Score.Criterion.class);

    EvaluateDialog(Window owner, UserSettings settings) {
        this.owner = owner;
        this.settings = settings;
    }

    /** @param usual weights of the pack */
    void ask(Map<Score.Criterion, Double> usual, Consumer<Map<Score.Criterion, Double>> then) {
        Form form = new Form(owner, t("evaluate.title"));
        form.note(t("evaluate.note"));
        for (Score.Criterion criterion : Score.Criterion.values()) {
            TextField field =
                    new TextField(settings.get(REMEMBERED + criterion.code()).orElse(""));
            field.setId("weight-" + criterion.code());
            field.setPromptText(t("evaluate.usual", Formats.number(usual.getOrDefault(criterion, 0.0), 0)));
            weights.put(criterion, field);
            form.add(t("evaluate.weight", Texts.current().text("rules.score." + criterion.code())), field);
        }
        form.ask(t("evaluate.go"), this::problem, () -> then.accept(typed()));
    }

    private @Nullable String problem() {
        for (Map.Entry<Score.Criterion, TextField> weight : weights.entrySet()) {
            String text = weight.getValue().getText();
            OptionalDouble value = Formats.parse(text);
            if (!text.isBlank() && !(value.isPresent() && value.getAsDouble() >= 0)) {
                return t(
                        "evaluate.wrong",
                        Texts.current().text("rules.score." + weight.getKey().code()));
            }
        }
        return null;
    }

    private Map<Score.Criterion, Double> typed() {
        Map<Score.Criterion, Double> typed = new EnumMap<>(Score.Criterion.class);
        weights.forEach((criterion, field) -> {
            OptionalDouble value = Formats.parse(field.getText());
            settings.put(
                    REMEMBERED + criterion.code(),
                    value.isPresent() ? field.getText().strip() : null);
            value.ifPresent(weight -> typed.put(criterion, weight));
        });
        return typed;
    }

    /** What came of it, with the packs and whether they have expired. */
    static void show(Notices notices, EvaluateAll.Report report) {
        StringBuilder text = new StringBuilder();
        report.warning().ifPresent(warning -> text.append(warning).append("\n\n"));
        text.append(t(
                "evaluate.done.text",
                report.done().stream().map(EvaluateDialog::words).collect(Collectors.joining(", "))));
        report.left()
                .forEach((part, why) -> text.append("\n")
                        .append(t("evaluate.left", words(part), Texts.current().text(why))));
        text.append("\n\n").append(t("card.packs", String.join(t("card.packs.and"), report.citations())));
        notices.tell(t("evaluate.done"), text.toString());
    }

    private static String words(EvaluateAll.Part part) {
        return Texts.current().text("app.evaluate." + part.code());
    }
}
