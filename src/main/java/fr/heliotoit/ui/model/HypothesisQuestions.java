package fr.heliotoit.ui.model;

import fr.heliotoit.app.EconomicsOptions;
import fr.heliotoit.app.TypedHypotheses;
import fr.heliotoit.cadastre.Survey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What somebody may type in place of what the packs say of a building's consumption and money. */
public final class HypothesisQuestions {
    private HypothesisQuestions() {}

    /** In the current language. @param profiles ids to choose from */
    public static Survey.Group of(List<String> profiles) {
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
        List<Survey.Question> questions = new ArrayList<>();
        for (int i = 0; i < TypedHypotheses.ALL.size(); i++) {
            String key = TypedHypotheses.ALL.get(i);
            String asked = words.get(i).strip();
            questions.add(new Survey.Question(key, asked, asked, answers.getOrDefault(key, List.of())));
        }
        return new Survey.Group(Words.t("hypotheses.title"), questions);
    }
}
