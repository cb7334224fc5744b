package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.store.HistoryEntry;
import fr.heliotoit.text.Formats;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.collections.FXCollections;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Every import of the project, the newest first; one of them can be undone. */
final class HistoryDialog {
    private final Window owner;

    HistoryDialog(Window owner) {
        this.owner = owner;
    }

    /** @param undo called with the number of the entry to undo */
    void ask(List<HistoryEntry> history, LongConsumer undo) {
        ListView<HistoryEntry> list = new ListView<>(FXCollections.observableArrayList(history.reversed()));
        list.setId("history-list");
        list.setPrefSize(640, 260);
        list.setAccessibleText(t("history.title"));
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable HistoryEntry entry, boolean empty) {
                super.updateItem(entry, empty);
                setText(entry == null || empty ? null : words(entry));
            }
        });
        list.getSelectionModel().selectFirst();
        Form form = new Form(owner, t("history.title"));
        form.addWide(list);
        form.note(t("history.note"));
        form.ask(
                t("history.undo"),
                () -> list.getSelectionModel().isEmpty() ? t("history.choose") : null,
                () -> undo.accept(
                        list.getSelectionModel().getSelectedItem().snapshot().id()));
    }

    private static String words(HistoryEntry entry) {
        String date = Formats.date(LocalDate.ofInstant(entry.snapshot().createdAt(), ZoneId.systemDefault()));
        String files = entry.undone() != null
                ? t("history.undoes", String.valueOf(entry.undone()))
                : String.join(", ", entry.files().stream().map(f -> f.name()).toList());
        HistoryEntry.Counts counts = entry.counts();
        String what = counts == null
                ? ""
                : "\n"
                        + t(
                                "history.counts",
                                Formats.number(counts.added()),
                                Formats.number(counts.changed()),
                                Formats.number(counts.removed()),
                                Formats.number(counts.unchanged()));
        return t(
                        entry.current() ? "history.current" : "history.entry",
                        String.valueOf(entry.snapshot().id()),
                        date,
                        entry.snapshot().vintage(),
                        files)
                + what;
    }
}
