package fr.heliotoit.app;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.rules.Score;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All evaluations of a project in the order in which they build on each other: energy and money, systems that exist, heritage, obligations,
 * ranking. What lacks its data is left out and says so.
 */
public final class EvaluateAll {
    /** One of the evaluations; its words are in the bundle {@code app} under {@code evaluate.CODE}. */
    public enum Part {
        ECONOMICS("economie", Attribute.VAN),
        INSTALLED("installations", Attribute.EQUIPEMENT),
        HERITAGE("patrimoine", Attribute.COVISIBILITE),
        OBLIGATIONS("obligations", Attribute.OBLIGATION),
        RANKING("classement", Attribute.NOTE);

        private final String code;
        private final Attribute sign;

        Part(String code, Attribute sign) {
            this.code = code;
            this.sign = sign;
        }

        public String code() {
            return code;
        }
    }

    /**
     * What came of it.
     *
     * @param done the parts that now have values
     * @param left why the others have none
     * @param warning that packs have expired; empty when none has
     * @param citations every pack that was asked for
     */
    public record Report(List<Part> done, Map<Part, Message> left, Optional<String> warning, List<String> citations) {}

    private EvaluateAll() {}

    /** @param weights of the ranking in place of the pack's; those that are not named are the pack's */
    public static Report run(ProjectFile project, Packs packs, Map<Score.Criterion, Double> weights, Progress progress)
            throws Failure {
        return run(project, EnumSet.allOf(Part.class), packs, weights, progress);
    }

    /** The evaluations that a project has values of. */
    static Set<Part> present(ProjectFile project) throws Failure {
        Set<Part> present = EnumSet.noneOf(Part.class);
        for (Part part : Part.values()) {
            if (!project.citations(part.sign).isEmpty()) {
                present.add(part);
            }
        }
        return present;
    }

    static Report run(
            ProjectFile project, Set<Part> wanted, Packs packs, Map<Score.Criterion, Double> weights, Progress progress)
            throws Failure {
        List<Part> done = new ArrayList<>();
        Map<Part, Message> left = new EnumMap<>(Part.class);
        List<String> citations = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (Part part : Part.values()) {
            if (!wanted.contains(part)) {
                continue;
            }
            // Its own packs only: each evaluation cites what it is made of.
            Packs own = packs.fresh();
            progress.check();
            try {
                run(part, project, own, weights, progress);
                done.add(part);
                own.citations().stream().filter(c -> !citations.contains(c)).forEach(citations::add);
                own.warning().filter(w -> !warnings.contains(w)).ifPresent(warnings::add);
            } catch (Failure lacking) {
                left.put(part, lacking.sentence());
            }
        }
        return new Report(
                done,
                left,
                warnings.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", warnings)),
                citations);
    }

    private static void run(
            Part part, ProjectFile project, Packs packs, Map<Score.Criterion, Double> weights, Progress progress)
            throws Failure {
        switch (part) {
            case ECONOMICS -> EvaluateEconomics.run(project, null, packs, EconomicsOptions.USUAL, progress);
            case INSTALLED -> {
                if (InstalledSystems.run(project).nothing()) {
                    throw Failure.of("app.installed.none");
                }
            }
            case HERITAGE -> HeritageRegister.run(project, packs, progress);
            case OBLIGATIONS -> ObligationsRegister.run(project, packs, true, progress);
            case RANKING -> RankRoofs.run(project, packs, weights);
        }
    }
}
