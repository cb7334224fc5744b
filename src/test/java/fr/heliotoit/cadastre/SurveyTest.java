package fr.heliotoit.cadastre;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The questions of the survey have ids, and both languages ask the same. */
class SurveyTest {
    @AfterEach
    void french() {
        Texts.choose("fr");
    }

    @Test
    void bothLanguagesAskTheSameQuestionsWithAsManyAnswers() {
        for (String group : List.of("access", "cover", "structure", "shade", "electricity", "heritage", "measures")) {
            String french = Texts.of(Locale.FRENCH).text("report.survey." + group + ".lines");
            String english = Texts.of(Locale.ENGLISH).text("report.survey." + group + ".lines");
            assertThat(marks(english)).as(group).isEqualTo(marks(french));
        }
        Set<String> ids = new HashSet<>();
        int questions = 0;
        for (Survey.Group group : Survey.groups()) {
            for (Survey.Question question : group.questions()) {
                assertThat(ids.add(question.id())).as(question.id()).isTrue();
                questions++;
            }
        }
        assertThat(questions).isEqualTo(ids.size()).isPositive();
    }

    @Test
    void everyQuestionHasAnIdForEachOfItsLines() {
        int lines = 0;
        for (String group : List.of("access", "cover", "structure", "shade", "electricity", "heritage", "measures")) {
            lines += Texts.current().text("report.survey." + group + ".lines").split(";").length;
        }
        assertThat(Survey.groups().stream().mapToInt(g -> g.questions().size()).sum())
                .isEqualTo(lines);
    }

    @Test
    void anAnswerChosenInOneLanguageIsReadInTheOther() {
        Texts.choose("en");
        String kept = Survey.kept("couverture_nature", "slates");
        assertThat(kept).isEqualTo("ardoises");
        assertThat(Survey.shown("couverture_nature", kept)).isEqualTo("slates");
        Texts.choose("fr");
        assertThat(Survey.shown("couverture_nature", kept)).isEqualTo("ardoises");
        assertThat(Survey.shown("couverture_nature", "tuiles canal")).isEqualTo("tuiles canal");
        assertThat(Survey.words("couverture_nature")).isEqualTo("Couverture, nature");
    }

    @Test
    void whatOlderProjectsKeptUnderWordsIsFound() {
        assertThat(Survey.idOf("Couverture, nature")).isEqualTo("couverture_nature");
        assertThat(Survey.idOf("Covering, kind")).isEqualTo("couverture_nature");
        assertThat(Survey.idOf("Structure, kind")).isEqualTo("charpente_nature");
        assertThat(Survey.idOf("Consommation annuelle (kWh)")).isEqualTo(Survey.CONSUMPTION);
        assertThat(Survey.idOf("consommation annuelle (kWh)")).isEqualTo(Survey.CONSUMPTION);
        assertThat(Survey.idOf("charpente_nature")).isEqualTo("charpente_nature");
        assertThat(Survey.idOf("remarque d'un autre logiciel")).isEqualTo("remarque d'un autre logiciel");
    }

    private static String marks(String lines) {
        return lines.replaceAll("[^;|]", "");
    }
}
