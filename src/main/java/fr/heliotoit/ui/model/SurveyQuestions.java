package fr.heliotoit.ui.model;

import fr.heliotoit.app.EconomicsOptions;
import fr.heliotoit.app.TypedHypotheses;
import fr.heliotoit.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a visit on site finds out: the same questions as on the printed survey sheet, so that its answers can be copied.
 *
 * @param title of the group
 * @param questions in the order of the sheet
 */
public record SurveyQuestions(String title, List<Question> questions) {
    private static final List<String> GROUPS =
            List.of("access", "cover", "structure", "shade", "electricity", "heritage", "measures");

    /**
     * @param key the name under which the answer is kept
     * @param words of the question
     * @param answers to choose from; empty when it is written freely
     */
    public record Question(String key, String words, List<String> answers) {}

    /** All groups of the sheet in the current language. */
    public static List<SurveyQuestions> all() {
        return GROUPS.stream().map(SurveyQuestions::group).toList();
    }

    /** What somebody may type in place of what the packs say of a building's consumption and money. @param profiles ids to choose from */
    public static SurveyQuestions economics(List<String> profiles) {
        Map<String, List<String>> answers = Map.of(
                TypedHypotheses.PROFILE,
                profiles,
                TypedHypotheses.SALE,
                Arrays.stream(EconomicsOptions.Sale.values())
                        .map(EconomicsOptions.Sale::name)
                        .toList(),
                TypedHypotheses.OWNER,
                List.of(TypedHypotheses.COMMUNE, TypedHypotheses.DWELLING));
        List<String> words = List.of(Words.t("hypotheses.fields").split(";"));
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < TypedHypotheses.ALL.size(); i++) {
            String key = TypedHypotheses.ALL.get(i);
            questions.add(new Question(key, words.get(i).strip(), answers.getOrDefault(key, List.of())));
        }
        return new SurveyQuestions(Words.t("hypotheses.title"), questions);
    }

    private static SurveyQuestions group(String name) {
        List<Question> questions = new ArrayList<>();
        String title = Texts.current().text("report.survey." + name);
        for (String line :
                Texts.current().text("report.survey." + name + ".lines").split(";")) {
            List<String> parts =
                    Arrays.stream(line.split("\\|")).map(String::strip).toList();
            // "Nature" is asked of the cover and of the frame.
            String words = parts.getFirst().length() < 12 ? title + ", " + lower(parts.getFirst()) : parts.getFirst();
            questions.add(new Question(words, words, parts.subList(1, parts.size())));
        }
        return new SurveyQuestions(title, questions);
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Texts.current().locale()) + words.substring(1);
    }
}
