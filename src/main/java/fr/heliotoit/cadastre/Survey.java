package fr.heliotoit.cadastre;

import fr.heliotoit.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a visit on site finds out: the questions of the survey sheet and of the card. An answer is kept under the id of its question, and one
 * that was chosen is kept in French, so that it reads the same whatever language the window speaks.
 */
public final class Survey {
    /** Yearly consumption [kWh], which the economics reckon with: one id for both. */
    public static final String CONSUMPTION = "consommation annuelle (kWh)";

    /** Ids of the questions by group, in the order in which the bundle {@code report} has their words. */
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("access", List.of("acces_toiture", "protections"));
        GROUPS.put("cover", List.of("couverture_nature", "couverture_etat", "couverture_annee", "amiante"));
        GROUPS.put("structure", List.of("charpente_nature", "charpente_etat", "charpente_plans"));
        GROUPS.put("shade", List.of("obstacles_toiture", "obstacles_autour"));
        GROUPS.put(
                "electricity",
                List.of(
                        "point_livraison",
                        "puissance_souscrite_kva",
                        CONSUMPTION,
                        "onduleur_place",
                        "compteur_distance_m"));
        GROUPS.put("heritage", List.of("abords_monument", "visible_rue"));
        GROUPS.put("measures", List.of("pan_dimensions_m", "gouttiere_hauteur_m", "pan_inclinaison_orientation"));
    }

    /**
     * Questions about one thing.
     *
     * @param title in the current language
     * @param questions in the order of the sheet
     */
    public record Group(String title, List<Question> questions) {}

    /**
     * A question in the current language.
     *
     * @param id name under which the answer is kept
     * @param words below the title of the group
     * @param alone words that are understood without it
     * @param answers to choose from; empty when it is written freely
     */
    public record Question(String id, String words, String alone, List<String> answers) {}

    private Survey() {}

    /** All groups of the sheet in the current language. */
    public static List<Group> groups() {
        return groups(Texts.current());
    }

    /** Words of a question in the current language; the id itself when it is none of these. */
    public static String words(String id) {
        return find(Texts.current(), id).map(Question::alone).orElse(id);
    }

    /** An answer in the current language. */
    public static String shown(String id, String answer) {
        return translated(id, answer, Texts.current());
    }

    /** An answer as it is kept. */
    public static String kept(String id, String answer) {
        return translated(id, answer.strip(), Texts.of(Locale.FRENCH));
    }

    /** Id of a question that is named by its id or, as older projects have it, by its words in either language. */
    public static String idOf(String name) {
        boolean id = GROUPS.values().stream().anyMatch(ids -> ids.contains(name));
        return id ? name : Former.IDS.getOrDefault(name, name);
    }

    /** Made when a project has such words: most have none. */
    private static final class Former {
        static final Map<String, String> IDS = new HashMap<>();

        static {
            languages()
                    .flatMap(language -> groups(language).stream())
                    .flatMap(group -> group.questions().stream())
                    .forEach(question -> IDS.put(question.alone(), question.id()));
        }
    }

    private static String translated(String id, String answer, Texts into) {
        List<String> there = find(into, id).map(Question::answers).orElse(List.of());
        return languages()
                .map(language -> find(language, id).map(Question::answers).orElse(List.of()))
                .filter(answers -> answers.contains(answer))
                .map(answers -> there.get(answers.indexOf(answer)))
                .findFirst()
                .orElse(answer);
    }

    private static Stream<Texts> languages() {
        return Stream.of(Texts.of(Locale.FRENCH), Texts.of(Locale.ENGLISH));
    }

    private static Optional<Question> find(Texts language, String id) {
        return groups(language).stream()
                .flatMap(group -> group.questions().stream())
                .filter(question -> question.id().equals(id))
                .findFirst();
    }

    private static List<Group> groups(Texts language) {
        List<Group> groups = new ArrayList<>();
        GROUPS.forEach((name, ids) -> groups.add(group(language, name, ids)));
        return groups;
    }

    /** A line of the bundle: questions set apart by semicolons, the answers to choose from after a bar each. */
    private static Group group(Texts language, String name, List<String> ids) {
        String title = language.text("report.survey." + name);
        String[] lines = language.text("report.survey." + name + ".lines").split(";");
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            List<String> parts =
                    Arrays.stream(lines[i].split("\\|")).map(String::strip).toList();
            String words = parts.getFirst();
            // "Nature" is asked of the cover and of the frame.
            String alone = words.length() < 12
                    ? title + ", " + words.substring(0, 1).toLowerCase(language.locale()) + words.substring(1)
                    : words;
            questions.add(new Question(ids.get(i), words, alone, parts.subList(1, parts.size())));
        }
        return new Group(title, questions);
    }
}
