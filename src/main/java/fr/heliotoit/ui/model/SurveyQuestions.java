package fr.heliotoit.ui.model;

import fr.heliotoit.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
     * @param words of the question; also the name under which the answer is kept
     * @param answers to choose from; empty when it is written freely
     */
    public record Question(String words, List<String> answers) {}

    /** All groups of the sheet in the current language. */
    public static List<SurveyQuestions> all() {
        return GROUPS.stream().map(SurveyQuestions::group).toList();
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
            questions.add(new Question(words, parts.subList(1, parts.size())));
        }
        return new SurveyQuestions(title, questions);
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Texts.current().locale()) + words.substring(1);
    }
}
