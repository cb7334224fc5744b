package fr.heliotoit.app;

import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.io.ColumnMapping;
import fr.heliotoit.io.ColumnProfile;
import fr.heliotoit.io.SwappedAxes;
import fr.heliotoit.io.VectorFeature;
import fr.heliotoit.io.VectorFiles;
import fr.heliotoit.io.VectorSource;
import fr.heliotoit.task.Ahead;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A file with features that is being imported: what its columns mean, and its features one after the other. */
final class FeatureFile implements AutoCloseable {
    private static final int POLL_EVERY = 1000;

    private final Path path;
    private final VectorSource source;
    private final ColumnMapping columns;
    private final Progress progress;
    private final List<VectorFeature> start = new ArrayList<>();

    FeatureFile(Path path, List<ColumnProfile> profiles, Progress progress) throws Failure {
        this(path, profiles, false, progress);
    }

    /** @param swapAxes whether the file gives north before east */
    FeatureFile(Path path, List<ColumnProfile> profiles, boolean swapAxes, Progress progress) throws Failure {
        this.path = path;
        this.progress = progress;
        source = swapAxes ? new SwappedAxes(VectorFiles.open(path)) : VectorFiles.open(path);
        boolean ready = false;
        try {
            columns = ColumnMapping.choose(profiles, source.columns());
            progress.at("app.stage.read", 0, source.announced());
            for (VectorFeature f = source.next(); f != null; f = source.next()) {
                start.add(f);
                if (start.size() == CrsChoice.SAMPLE) {
                    break;
                }
            }
            progress.check();
            ready = true;
        } finally {
            if (!ready) {
                source.close();
            }
        }
    }

    Path path() {
        return path;
    }

    VectorSource source() {
        return source;
    }

    ColumnMapping columns() {
        return columns;
    }

    /** The first features, to see where they lie before any is taken. */
    List<VectorFeature> start() {
        return start;
    }

    /** Tells how the columns are read, and which are not. */
    void tellColumns(List<Finding> findings) {
        findings.add(new Finding(
                Finding.Severity.INFO,
                "PROFILE",
                null,
                Double.NaN,
                Double.NaN,
                Message.of(
                        "app.import.profile", source.layer(), columns.profile().title())));
        if (!columns.personalColumns().isEmpty()) {
            findings.add(Finding.warning(
                    "PERSONAL_DATA",
                    null,
                    Message.of("app.import.personal", String.join(", ", columns.personalColumns()))));
        }
    }

    /** Every feature, once, in the order of the file: one thread reads while this one takes them. */
    void forEach(Consumer<VectorFeature> taker) throws Failure {
        start.forEach(taker);
        try (Ahead<VectorFeature, Failure> read = new Ahead<>(source::next, Failure.class)) {
            take(read, start.size(), taker);
        }
    }

    /** Every feature, once, in the order of the file: one thread reads, one checks, and this one takes what was found. */
    <T> void forEach(Function<VectorFeature, T> check, Consumer<T> taker) throws Failure {
        Iterator<VectorFeature> first = start.iterator();
        try (Ahead<VectorFeature, Failure> read = new Ahead<>(source::next, Failure.class);
                Ahead<T, Failure> checked = new Ahead<>(
                        () -> {
                            VectorFeature feature = first.hasNext() ? first.next() : read.next();
                            return feature == null ? null : check.apply(feature);
                        },
                        Failure.class)) {
            take(checked, 0, taker);
        }
    }

    private <T> void take(Ahead<T, Failure> ahead, long before, Consumer<T> taker) throws Failure {
        long taken = before;
        for (T thing = ahead.next(); thing != null; thing = ahead.next()) {
            taker.accept(thing);
            if (++taken % POLL_EVERY == 0) {
                progress.check();
                progress.at("app.stage.read", taken, source.announced());
            }
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
