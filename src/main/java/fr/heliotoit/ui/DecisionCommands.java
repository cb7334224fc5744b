package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.DataPacks;
import fr.heliotoit.app.EvaluateAll;
import fr.heliotoit.app.RoofGroup;
import fr.heliotoit.app.ZaerProposal;
import fr.heliotoit.rules.PackKind;
import fr.heliotoit.rules.Score;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the menus do with figures to come to a decision: money, law, heritage and ranking of all buildings, and groups of roofs. */
final class DecisionCommands {
    private final MainWindow window;
    private final Services services;

    DecisionCommands(MainWindow window, Services services) {
        this.window = window;
        this.services = services;
    }

    /** Energy and money, existing systems, heritage, law and ranking of all buildings: what the card, the table and the papers show. */
    void evaluate() {
        window.jobs()
                .aside(
                        t("job.evaluate"),
                        progress -> {
                            Score usual =
                                    new Score(DataPacks.load(LocalDate.now()).of(PackKind.SCORE), Map.of());
                            return Arrays.stream(Score.Criterion.values())
                                    .collect(Collectors.toMap(c -> c, usual::weight));
                        },
                        usual -> new EvaluateDialog(window.stage(), services.settings()).ask(usual, this::evaluate));
    }

    private void evaluate(Map<Score.Criterion, Double> weights) {
        window.commands()
                .work(
                        t("job.evaluate"),
                        (open, progress) -> {
                            EvaluateAll.Report report =
                                    EvaluateAll.run(open.file(), DataPacks.load(LocalDate.now()), weights, progress);
                            return new ProjectCommands.Changed<>(open.load(progress), report);
                        },
                        changed -> {
                            window.commands().show(changed.loaded());
                            EvaluateDialog.show(window.notices(), changed.result());
                        });
    }

    /** The selected roofs as one project, with totals, shares and zones to save. */
    void group() {
        Set<String> ids = window.model().selection().ids();
        if (ids.isEmpty()) {
            window.notices().tell(t("group.title"), t("group.none"));
            return;
        }
        GroupDialog.ask(
                window.stage(),
                ids.size(),
                (keys, epci) -> window.commands()
                        .work(
                                t("job.group"),
                                (open, progress) ->
                                        RoofGroup.of(open.file(), ids, DataPacks.load(LocalDate.now()), keys, epci),
                                group -> window.notices()
                                        .offer(
                                                t("group.title"),
                                                GroupDialog.content(group),
                                                t("group.zones"),
                                                () -> zones(ids))));
    }

    private void zones(Set<String> ids) {
        window.model()
                .project()
                .flatMap(project ->
                        services.files().save(FilePicker.Kind.GEOJSON, ProjectCommands.fileName(project, "geojson")))
                .ifPresent(file -> window.commands()
                        .work(
                                t("job.group"),
                                (open, progress) -> {
                                    ZaerProposal.run(
                                            open.file(),
                                            DataPacks.load(LocalDate.now()),
                                            RoofGroup.expression(ids),
                                            ZaerProposal.MARGIN_M,
                                            file);
                                    return file;
                                },
                                window.commands()::written));
    }
}
