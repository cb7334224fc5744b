package fr.heliotoit.ui;

import fr.heliotoit.render.Viewport;
import fr.heliotoit.ui.model.ProjectModel;
import fr.heliotoit.ui.model.Selection;
import fr.heliotoit.ui.model.UserSettings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.animation.Animation.Status;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a person is: project, filter, selection and view of the map, kept in the settings while they change and forgotten when the
 * project is closed. What is found there at a start was left by a window that did not end as it should.
 */
final class SessionMemory {
    private static final String PREFIX = "session.";

    /** A larger selection comes back as the building whose card was shown. */
    private static final int MOST_SELECTED = 1000;

    private final ProjectModel model;
    private final Workbench bench;
    private final UserSettings settings;
    private final PauseTransition pause = new PauseTransition(Duration.millis(400));

    /** Counts up on the FX thread: what is older than the newest must not be written over it. */
    private volatile int newest;

    /**
     * A place to come back to.
     *
     * @param filter ECQL; empty for none
     * @param x middle of the map, east [m]
     * @param y north [m]
     */
    record Place(Path project, String filter, Selection selection, double x, double y, double metresPerPixel) {}

    SessionMemory(ProjectModel model, Workbench bench, UserSettings settings) {
        this.model = model;
        this.bench = bench;
        this.settings = settings;
        pause.setOnFinished(event -> keep());
        model.projectProperty().addListener((o, before, now) -> {
            if (now == null) {
                forget();
            } else {
                changed();
            }
        });
        model.filteredProperty().addListener(o -> changed());
        model.selectionProperty().addListener(o -> changed());
        bench.map().navigation().viewportProperty().addListener(o -> changed());
    }

    /** Where the person is now; empty on the start page. */
    Optional<Place> place() {
        Viewport view = bench.map().navigation().viewport();
        return model.project()
                .map(project -> new Place(
                        project.file().toAbsolutePath(),
                        model.filtered().expression(),
                        model.selection(),
                        view.centreX(),
                        view.centreY(),
                        view.metresPerPixel()));
    }

    /** Goes to a place of the project that is open. */
    void goTo(Place place) {
        if (!place.filter().isEmpty()) {
            bench.filter().filter(place.filter());
        }
        Set<String> there = place.selection().ids().stream()
                .filter(id ->
                        model.project().flatMap(p -> p.buildings().byId(id)).isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String focus = place.selection().focus();
        model.select(new Selection(there, focus != null && there.contains(focus) ? focus : null));
        bench.map().navigation().lookAt(place.x(), place.y(), place.metresPerPixel());
    }

    /** The place that a window left which ended unexpectedly; forgotten by this call, so that it is tried once. */
    Optional<Place> abandoned() {
        Map<String, String> kept = settings.under(PREFIX);
        if (kept.isEmpty() || atWork(kept)) {
            return Optional.empty();
        }
        settings.replace(PREFIX, Map.of());
        try {
            Path project = Path.of(kept.getOrDefault("project", ""));
            if (!Files.isRegularFile(project)) {
                return Optional.empty();
            }
            Set<String> ids = new LinkedHashSet<>(
                    List.of(kept.getOrDefault("selection", "").split("\n")));
            ids.remove("");
            return Optional.of(new Place(
                    project,
                    kept.getOrDefault("filter", ""),
                    new Selection(ids, kept.get("focus")),
                    Double.parseDouble(kept.getOrDefault("x", "")),
                    Double.parseDouble(kept.getOrDefault("y", "")),
                    Double.parseDouble(kept.getOrDefault("metresPerPixel", ""))));
        } catch (InvalidPathException | NumberFormatException e) {
            return Optional.empty(); // written by hand
        }
    }

    /** Whether the window that keeps this is another one that runs. */
    private static boolean atWork(Map<String, String> kept) {
        try {
            long pid = Long.parseLong(kept.getOrDefault("pid", ""));
            return pid != ProcessHandle.current().pid()
                    && ProcessHandle.of(pid)
                            .map(process -> started(process).equals(kept.get("started")))
                            .orElse(false);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Numbers of processes come again, their starts do not. */
    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    private void changed() {
        if (model.project().isPresent() && pause.getStatus() != Status.RUNNING) {
            pause.playFromStart();
        }
    }

    private void forget() {
        pause.stop();
        newest++;
        write(newest, Map.of());
    }

    private void keep() {
        Place place = place().orElse(null);
        if (place == null) {
            return;
        }
        Map<String, String> values = values(place);
        newest++;
        int number = newest;
        Thread.ofVirtual().name("session").start(() -> write(number, values));
    }

    private static Map<String, String> values(Place place) {
        Map<String, String> values = new HashMap<>();
        values.put("project", place.project().toString());
        values.put("filter", place.filter());
        @Nullable String focus = place.selection().focus();
        Set<String> ids = place.selection().ids();
        if (focus != null) {
            values.put("focus", focus);
        }
        values.put("selection", ids.size() <= MOST_SELECTED ? String.join("\n", ids) : focus == null ? "" : focus);
        values.put("x", String.valueOf(place.x()));
        values.put("y", String.valueOf(place.y()));
        values.put("metresPerPixel", String.valueOf(place.metresPerPixel()));
        values.put("pid", String.valueOf(ProcessHandle.current().pid()));
        values.put("started", started(ProcessHandle.current()));
        return values;
    }

    private synchronized void write(int number, Map<String, String> values) {
        if (number == newest) {
            settings.replace(PREFIX, values);
        }
    }
}
