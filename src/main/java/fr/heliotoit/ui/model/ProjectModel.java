package fr.heliotoit.ui.model;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import fr.heliotoit.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the window shows: the open project, what the filter leaves in the table's order, and the selection. Used on the FX thread; filter
 * and order are worked out in the background, the latest request wins.
 */
public final class ProjectModel {
    /** How an expression picks buildings. */
    public interface Query {
        /** @throws Failure when the expression is wrong; the sentence says where */
        List<BuildingRecord> run(List<BuildingRecord> records, String expression) throws Failure;

        /** Why a good expression picked nothing. */
        Message whyNothing(List<BuildingRecord> records, String expression) throws Failure;
    }

    private final Query query;
    private final ReadOnlyObjectWrapper<@Nullable LoadedProject> project = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Filtered> filtered = new ReadOnlyObjectWrapper<>(Filtered.NOTHING);
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(Selection.NONE);
    private final Latest<Filtered> filtering = new Latest<>("filter", true, this::accept);
    private volatile @Nullable Ordered ordered;
    private String expression = "";
    private List<SortKey> order = List.of();

    public ProjectModel(Query query) {
        this.query = query;
    }

    /** The open project; null on the start page. */
    public ReadOnlyObjectProperty<@Nullable LoadedProject> projectProperty() {
        return project.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Filtered> filteredProperty() {
        return filtered.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    public Optional<LoadedProject> project() {
        return Optional.ofNullable(project.get());
    }

    public Filtered filtered() {
        return filtered.get();
    }

    public Selection selection() {
        return selection.get();
    }

    /** The building whose card is shown. */
    public Optional<BuildingRecord> focused() {
        String focus = selection.get().focus();
        return focus == null
                ? Optional.empty()
                : project().flatMap(p -> p.buildings().byId(focus));
    }

    /** Shows a project, or another state of the same one: then filter and selection stay as far as they can. */
    public void show(LoadedProject loaded) {
        boolean same =
                project().map(LoadedProject::file).filter(loaded.file()::equals).isPresent();
        if (!same) {
            expression = "";
            order = List.of();
        }
        Selection kept = same ? kept(loaded) : Selection.NONE;
        selection.set(Selection.NONE);
        filtered.set(new Filtered("", loaded.records(), loaded.records().size(), null, null));
        project.set(loaded);
        selection.set(kept);
        if (!expression.isEmpty() || !order.isEmpty()) {
            work();
        }
    }

    /** Back to the start page. */
    public void close() {
        expression = "";
        order = List.of();
        ordered = null;
        selection.set(Selection.NONE);
        filtered.set(Filtered.NOTHING);
        project.set(null);
    }

    /** Filters by an ECQL expression; blank shows all. */
    public void filter(String ecql) {
        expression = ecql.strip();
        work();
    }

    /** Orders the rows of the table. */
    public void sort(List<SortKey> keys) {
        order = List.copyOf(keys);
        work();
    }

    public void select(Selection chosen) {
        if (!chosen.equals(selection.get())) {
            selection.set(chosen);
        }
    }

    private Selection kept(LoadedProject loaded) {
        Set<String> ids = selection.get().ids().stream()
                .filter(id -> loaded.buildings().byId(id).isPresent())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        String focus = selection.get().focus();
        return new Selection(ids, focus != null && ids.contains(focus) ? focus : null);
    }

    private void work() {
        LoadedProject loaded = project.get();
        if (loaded == null) {
            return;
        }
        String wanted = expression;
        List<SortKey> keys = order;
        Filtered before = filtered.get();
        filtering.submit(() -> apply(loaded, wanted, keys, before));
    }

    /** All buildings in the order of the table: a filter leaves them in it, so nobody sorts again at each letter. */
    private record Ordered(LoadedProject loaded, List<SortKey> keys, List<BuildingRecord> records) {}

    private Filtered apply(LoadedProject loaded, String wanted, List<SortKey> keys, Filtered before) {
        int total = loaded.records().size();
        Ordered all = ordered;
        if (all == null || all.loaded() != loaded || !all.keys().equals(keys)) {
            all = new Ordered(loaded, keys, RowSorter.sort(loaded.records(), keys));
            ordered = all;
        }
        try {
            List<BuildingRecord> found = wanted.isEmpty() ? all.records() : query.run(all.records(), wanted);
            String why = found.isEmpty() && !wanted.isEmpty()
                    ? Texts.current().text(query.whyNothing(loaded.records(), wanted))
                    : null;
            return new Filtered(wanted, found, total, null, why);
        } catch (Failure failure) {
            return new Filtered(
                    before.expression(), before.records(), total, failure.getMessage(), before.whyNothing());
        }
    }

    private void accept(Filtered result) {
        if (project.get() != null) {
            filtered.set(result);
        }
    }
}
