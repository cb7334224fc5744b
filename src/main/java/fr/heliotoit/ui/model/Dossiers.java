package fr.heliotoit.ui.model;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.cadastre.BuildingFile;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What staff have written about the buildings of the open project: notes, status, survey, measured production. A change is shown at once,
 * saved in the background and can be undone. On the FX thread.
 */
public final class Dossiers {
    /** Puts files into the project. */
    @FunctionalInterface
    public interface Saver {
        /**
         * In the background; tells by itself when it cannot.
         *
         * @param ended called on the FX thread once the file is in the project, or when it cannot be put there
         */
        void save(BuildingFile file, Runnable ended);
    }

    private final Map<String, BuildingFile> files = new HashMap<>();
    /** On their way into the project: newer than what a load finds there. */
    private final Map<String, BuildingFile> pending = new HashMap<>();

    private final UndoStack undo;
    private final Saver saver;
    private final ReadOnlyObjectWrapper<BuildingFile> changed = new ReadOnlyObjectWrapper<>(BuildingFile.empty(""));

    private final ReadOnlyIntegerWrapper loads = new ReadOnlyIntegerWrapper();

    public Dossiers(UndoStack undo, Saver saver) {
        this.undo = undo;
        this.saver = saver;
    }

    /** The project is closed: what is on its way arrives, but is shown no more. */
    public void close() {
        pending.clear();
        load(Map.of());
    }

    /** Takes what a project holds in place of what there was. */
    public void load(Map<String, BuildingFile> loaded) {
        files.clear();
        files.putAll(loaded);
        files.putAll(pending);
        undo.clear();
        loads.set(loads.get() + 1);
    }

    /** What is written about a building; an empty file when nothing. */
    public BuildingFile of(String buildingId) {
        BuildingFile file = files.get(buildingId);
        return file == null ? BuildingFile.empty(buildingId) : file;
    }

    /** Writes about a building; nothing when it is what was written before. */
    public void write(BuildingFile file) {
        BuildingFile before = of(file.buildingId());
        if (!before.equals(file)) {
            put(file);
            undo.done(t("undo.dossier", file.buildingId()), () -> put(before), () -> put(file));
        }
    }

    /** The file that was changed last, by a person or by an undo. */
    public ReadOnlyObjectProperty<BuildingFile> changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Changes when everything was read anew: what is being typed then belongs to the state before. */
    public ReadOnlyIntegerProperty loadsProperty() {
        return loads.getReadOnlyProperty();
    }

    private void put(BuildingFile file) {
        files.put(file.buildingId(), file);
        pending.put(file.buildingId(), file);
        saver.save(file, () -> pending.remove(file.buildingId(), file));
        changed.set(file);
    }
}
