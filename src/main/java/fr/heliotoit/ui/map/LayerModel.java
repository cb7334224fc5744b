package fr.heliotoit.ui.map;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** Which layers are shown and how dense, and which cannot be shown and why. Used on the FX thread. */
public final class LayerModel {
    private final Map<LayerKind, Entry> entries = new EnumMap<>(LayerKind.class);
    private final Runnable changed;

    /** One layer. */
    public static final class Entry {
        private final BooleanProperty shown;
        private final DoubleProperty opacity;
        private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
        private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

        private Entry(LayerKind kind) {
            shown = new SimpleBooleanProperty(kind.shownAtFirst());
            opacity = new SimpleDoubleProperty(kind.opacityAtFirst());
        }

        /** Whether a person wants to see it. */
        public BooleanProperty shownProperty() {
            return shown;
        }

        /** 0–1. */
        public DoubleProperty opacityProperty() {
            return opacity;
        }

        /** What a person who sees it must know; may be empty. */
        public ReadOnlyStringProperty noteProperty() {
            return note.getReadOnlyProperty();
        }

        void setNote(String text) {
            note.set(text);
        }

        /** Why it cannot be shown; empty when it can. */
        public ReadOnlyStringProperty reasonProperty() {
            return reason.getReadOnlyProperty();
        }
    }

    /** @param changed called after every change of what is to be seen */
    public LayerModel(Runnable changed) {
        this.changed = changed;
        for (LayerKind kind : LayerKind.values()) {
            Entry entry = new Entry(kind);
            entry.shown.addListener((o, before, now) -> changed.run());
            entry.opacity.addListener((o, before, now) -> {
                if (entry.shown.get()) {
                    changed.run();
                }
            });
            entries.put(kind, entry);
        }
    }

    public Entry of(LayerKind kind) {
        return java.util.Objects.requireNonNull(entries.get(kind));
    }

    /** @param reasons why layers cannot be shown; those that are not named can be */
    public void setReasons(Map<LayerKind, String> reasons) {
        entries.forEach((kind, entry) -> entry.reason.set(reasons.getOrDefault(kind, "")));
        changed.run();
    }

    /** Opacity of the layers that are to be seen now, 0–1. */
    public Map<LayerKind, Double> seen() {
        Map<LayerKind, Double> seen = new EnumMap<>(LayerKind.class);
        entries.forEach((kind, entry) -> {
            if (entry.shown.get() && entry.reason.get().isEmpty()) {
                seen.put(kind, entry.opacity.get());
            }
        });
        return Collections.unmodifiableMap(seen);
    }
}
