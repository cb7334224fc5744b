package fr.heliotoit.ui;

import fr.heliotoit.app.DemoStart;
import fr.heliotoit.app.ImportBatch;
import fr.heliotoit.app.ImportOptions;
import fr.heliotoit.app.StoreBenchmark;
import fr.heliotoit.app.WindowBenchmark;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import fr.heliotoit.tiles.BaseMap;
import fr.heliotoit.ui.map.MapView;
import fr.heliotoit.ui.model.Filtered;
import fr.heliotoit.ui.model.Job;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.Place;
import fr.heliotoit.ui.model.RecentProjects;
import fr.heliotoit.ui.model.SortKey;
import fr.heliotoit.ui.model.UsageLog;
import fr.heliotoit.ui.model.UserSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window under a clock, without a display: real window, real projects on disk, real painting in software. */
public final class UiBenchmark implements WindowBenchmark {
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;
    private static final double FRAME_MS = 33;
    private static final double EVENT_MS = 50;
    private static final double QUERY_MS = 150;
    private static final double KEY_MS = 50;
    private static final double CANCEL_MS = 200;
    private static final int CANCELLED = 60_000;
    private static final int FRAMES = 240;
    private static final String FILTER = "surface > 60";

    @Override
    public void open(Path project) throws Failure {
        Path folder = temporary();
        Window window = Window.show(folder, new Preparation(project));
        window.painted(project, System.nanoTime());
        window.close();
        delete(folder);
    }

    @Override
    public void run(List<Integer> sizes, Sink sink, Progress progress) throws Failure {
        Path folder = temporary();
        try {
            sink.accept(DemoStart.run(folder, progress));
            Window window = Window.show(folder, new Preparation(null));
            for (int size : sizes) {
                Path file = folder.resolve("commune-" + size + ".gpkg");
                StoreBenchmark.make(file, size, progress);
                measure(window, file, size, sink);
            }
            sink.accept(cancel(window, folder, progress));
            window.close();
        } finally {
            delete(folder);
        }
    }

    private static void measure(Window window, Path file, int size, Sink sink) throws Failure {
        double shown = window.open(file);
        boolean whole = window.value(
                        w -> w.model().project().map(p -> p.records().size()).orElse(0))
                == size;
        sink.accept(new Figure("show", size, shown, shown, size <= 50_000 ? 1500 : 3000, whole));
        window.moving(size, sink);
        LoadedProject project = window.value(w -> w.model().project().orElseThrow());
        long expected = project.records().stream()
                .filter(record -> Attribute.SURFACE.valueOf(record) instanceof Double area && area > 60)
                .count();
        sink.accept(query(
                "filter",
                size,
                window,
                w -> w.model().filter(FILTER),
                f -> f.records().size() == expected));
        sink.accept(query(
                "unfilter",
                size,
                window,
                w -> w.model().filter(""),
                f -> f.records().size() == size));
        sink.accept(query(
                "sort",
                size,
                window,
                w -> w.model().sort(List.of(new SortKey(Attribute.PRODUCTION, false))),
                f -> descending(f.records())));
        sink.accept(search(project, size));
    }

    private static boolean descending(List<BuildingRecord> records) {
        double before = Double.POSITIVE_INFINITY;
        for (BuildingRecord record : records) {
            if (!(Attribute.PRODUCTION.valueOf(record) instanceof Double value) || value > before) {
                return false;
            }
            before = value;
        }
        return !records.isEmpty();
    }

    /** From the request to the rows on the screen. */
    private static Figure query(
            String name,
            int size,
            Window window,
            Consumer<MainWindow> ask,
            java.util.function.Predicate<Filtered> right)
            throws Failure {
        double[] ms = new double[5];
        boolean all = true;
        for (int i = 0; i < ms.length; i++) {
            // The same question twice would find everything in place.
            window.until(w -> w.model().sort(List.of(new SortKey(Attribute.SURFACE, true))));
            window.until(w -> w.model().filter(name.equals("unfilter") ? FILTER : ""));
            window.settle();
            long start = System.nanoTime();
            window.until(ask);
            window.pulse();
            ms[i] = (System.nanoTime() - start) * 1e-6;
            all &= right.test(window.value(w -> w.model().filtered()));
        }
        return figure(name, size, ms, QUERY_MS, all);
    }

    private static Figure search(LoadedProject project, int size) throws Failure {
        String wanted = "jean mace 500";
        List<Double> ms = new ArrayList<>();
        boolean right = true;
        for (int round = 0; round < 3; round++) {
            for (int i = 1; i <= wanted.length(); i++) {
                long start = System.nanoTime();
                List<Place> found = project.search().find(wanted.substring(0, i), 12);
                ms.add((System.nanoTime() - start) * 1e-6);
                right &= !found.isEmpty();
            }
        }
        return figure(
                "search", size, ms.stream().mapToDouble(Double::doubleValue).toArray(), KEY_MS, right);
    }

    /** An import of {@value #CANCELLED} buildings is cancelled in the middle; the file must be as it was. */
    private static Figure cancel(Window window, Path folder, Progress progress) throws Failure {
        Path file = folder.resolve("annulation.gpkg");
        StoreBenchmark.make(file, 1000, progress);
        StoreBenchmark.makeShapefile(folder.resolve("import"), CANCELLED);
        double[] ms = new double[3];
        boolean same = true;
        try {
            for (int i = 0; i < ms.length; i++) {
                byte[] before = Files.readAllBytes(file);
                AtomicBoolean finished = new AtomicBoolean();
                CountDownLatch started = new CountDownLatch(1);
                Job job = window.value(w -> w.jobs()
                        .submit(
                                "import",
                                p -> {
                                    try (ProjectFile project = ProjectFile.open(file)) {
                                        started.countDown();
                                        ImportBatch.run(
                                                project,
                                                List.of(folder.resolve("import.shp")),
                                                new ImportOptions(null, "2027-03", null, false),
                                                p);
                                        finished.set(true);
                                    }
                                    return "";
                                },
                                done -> {}));
                started.await();
                Thread.sleep(300L * (i + 1));
                long start = System.nanoTime();
                Platform.runLater(job::cancel);
                while (window.value(w -> w.jobs().runningProperty().get() != null)) {
                    Thread.sleep(1);
                }
                ms[i] = (System.nanoTime() - start) * 1e-6;
                same &= !finished.get() && Arrays.equals(before, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw unwritable(e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
        return figure("cancel", CANCELLED, ms, CANCEL_MS, same);
    }

    private static Figure figure(String name, int size, double[] ms, double bound, boolean right) {
        double[] sorted = ms.clone();
        Arrays.sort(sorted);
        return new Figure(name, size, sorted[sorted.length / 2], sorted[sorted.length - 1], bound, right);
    }

    private static RuntimeException interrupted() {
        Thread.currentThread().interrupt();
        return new java.util.concurrent.CancellationException();
    }

    private static Failure unwritable(IOException e) {
        return new Failure(Message.of("app.bench.folder", String.valueOf(e.getMessage())), e);
    }

    private static Path temporary() throws Failure {
        try {
            return Files.createTempDirectory("heliotoit-bench");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static void delete(Path folder) throws Failure {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The window, asked from another thread than its own. */
    private record Window(MainWindow main) {
        static Window show(Path folder, Preparation preparation) throws Failure {
            AtomicReference<@Nullable Failure> failed = new AtomicReference<>();
            AtomicReference<@Nullable MainWindow> made = new AtomicReference<>();
            CountDownLatch there = new CountDownLatch(1);
            Platform.startup(() -> {
                Stage stage = new Stage();
                Conventions conventions;
                try {
                    conventions = preparation.conventions();
                } catch (Failure e) {
                    failed.set(e);
                    there.countDown();
                    return;
                }
                UserSettings settings = new UserSettings(folder);
                MainWindow main = new MainWindow(
                        stage,
                        new Services(
                                conventions,
                                new EcqlQuery(),
                                List::of,
                                new NoFiles(),
                                file -> {},
                                new RecentProjects(folder),
                                settings,
                                new UsageLog(folder, settings),
                                (arrived, problem) -> new BaseMap(folder, arrived, problem),
                                folder));
                stage.setWidth(WIDTH);
                stage.setHeight(HEIGHT);
                main.begin(preparation, HeliotoitApp.PATIENCE_MS);
                made.set(main);
                there.countDown();
            });
            wait(there);
            if (failed.get() instanceof Failure failure) {
                throw failure;
            }
            return new Window(java.util.Objects.requireNonNull(made.get()));
        }

        <T> T value(java.util.function.Function<MainWindow, T> question) {
            AtomicReference<@Nullable T> answer = new AtomicReference<>();
            CountDownLatch there = new CountDownLatch(1);
            Platform.runLater(() -> {
                answer.set(question.apply(main));
                there.countDown();
            });
            wait(there);
            return java.util.Objects.requireNonNull(answer.get());
        }

        /** Until the next frame has been laid out and handed over. */
        void pulse() {
            CountDownLatch there = new CountDownLatch(1);
            Platform.runLater(() -> {
                AnimationTimer timer = new AnimationTimer() {
                    private int pulses;

                    @Override
                    public void handle(long now) {
                        if (++pulses == 2) {
                            stop();
                            there.countDown();
                        }
                    }
                };
                timer.start();
            });
            wait(there);
        }

        /** Does something to the query and waits for its rows. */
        void until(Consumer<MainWindow> action) {
            CountDownLatch there = new CountDownLatch(1);
            Platform.runLater(() -> {
                // Not a listener to changes: rows that are equal to those before are an answer too.
                main.model().filteredProperty().addListener(new javafx.beans.InvalidationListener() {
                    @Override
                    public void invalidated(javafx.beans.Observable o) {
                        o.removeListener(this);
                        there.countDown();
                    }
                });
                action.accept(main);
            });
            wait(there);
        }

        /** @return until the map of the project is painted [ms] */
        double open(Path file) throws Failure {
            long start = System.nanoTime();
            Platform.runLater(() -> main.commands().open(file));
            return painted(file, start);
        }

        double painted(Path file, long start) throws Failure {
            await(
                    w -> w.model().project().filter(p -> p.file().equals(file)).isPresent()
                            && map(w).settled()
                            && w.workbench()
                                    .picture()
                                    .filter(p -> p.layers().size() > 4)
                                    .isPresent(),
                    file);
            pulse();
            return (System.nanoTime() - start) * 1e-6;
        }

        /** Until the map has come to rest after the last question. */
        void settle() throws Failure {
            pulse();
            await(w -> map(w).settled(), Path.of("carte"));
        }

        /** Asks now and then: without a pause the questions alone would keep one of two processors busy. */
        private void await(java.util.function.Predicate<MainWindow> state, Path what) throws Failure {
            long patience = System.nanoTime() + 60_000_000_000L;
            while (!value(state::test)) {
                if (System.nanoTime() > patience) {
                    throw Failure.of("app.bench.window", what);
                }
                LockSupport.parkNanos(2_000_000);
            }
        }

        /** Pans and zooms on every frame; frames are timed from one to the next, other events by how long they wait. */
        void moving(int size, Sink sink) {
            double[] frames = new double[FRAMES];
            AtomicBoolean moving = new AtomicBoolean(true);
            List<Double> waits = java.util.Collections.synchronizedList(new ArrayList<>());
            Thread probe = Thread.ofPlatform().daemon().start(() -> probe(moving, waits));
            CountDownLatch there = new CountDownLatch(1);
            Platform.runLater(() -> new Mover(map(main), frames, there).start());
            wait(there);
            moving.set(false);
            try {
                probe.join();
            } catch (InterruptedException e) {
                throw interrupted();
            }
            boolean right = value(w -> {
                map(w).navigation().home();
                return true;
            });
            sink.accept(figure("frame", size, frames, FRAME_MS, right));
            sink.accept(figure(
                    "event",
                    size,
                    waits.stream().mapToDouble(Double::doubleValue).toArray(),
                    EVENT_MS,
                    right));
        }

        private static void probe(AtomicBoolean moving, List<Double> waits) {
            while (moving.get()) {
                long asked = System.nanoTime();
                CountDownLatch there = new CountDownLatch(1);
                Platform.runLater(there::countDown);
                wait(there);
                waits.add((System.nanoTime() - asked) * 1e-6);
            }
        }

        private static MapView map(MainWindow main) {
            return main.workbench().map();
        }

        void close() {
            CountDownLatch there = new CountDownLatch(1);
            Platform.runLater(() -> {
                main.quit();
                there.countDown();
            });
            wait(there);
        }

        private static void wait(CountDownLatch there) {
            try {
                there.await();
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
    }

    /** Zooms in and out and pans, a step on each frame, as a hand would. */
    private static final class Mover extends AnimationTimer {
        private final MapView map;
        private final double[] frames;
        private final CountDownLatch done;
        private int frame = -1;
        private long last;

        private Mover(MapView map, double[] frames, CountDownLatch done) {
            this.map = map;
            this.frames = frames;
            this.done = done;
        }

        @Override
        public void handle(long now) {
            long here = System.nanoTime();
            if (frame >= 0) {
                frames[frame] = (here - last) * 1e-6;
            }
            last = here;
            if (++frame == frames.length) {
                stop();
                done.countDown();
                return;
            }
            int part = frame * 4 / frames.length;
            switch (part) {
                case 0 -> map.navigation().pan(6, 3);
                case 1 -> map.navigation().zoom(1.06, 400, 200);
                case 2 -> map.navigation().pan(-9, -4);
                default -> map.navigation().zoom(1 / 1.06, 300, 250);
            }
        }
    }

    private static final class NoFiles implements FilePicker {
        @Override
        public Optional<Path> open(Kind kind) {
            return Optional.empty();
        }

        @Override
        public List<Path> openSeveral(Kind kind) {
            return List.of();
        }

        @Override
        public Optional<Path> save(Kind kind, String suggested) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }
    }
}
