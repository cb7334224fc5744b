package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.store.HistoryEntry;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
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
                setText(entry == null || empty ? null : words(entry, history));
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

    private static String words(HistoryEntry entry, List<HistoryEntry> history) {
        String date = Formats.date(LocalDate.ofInstant(entry.snapshot().createdAt(), ZoneId.systemDefault()));
        String files =
                entry.undone() != null ? t("history.undoes", String.valueOf(entry.undone())) : what(entry, history);
        HistoryEntry.Counts counts = entry.counts();
        String did = counts == null
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
                + did;
    }

    /** The files it brought; rasters and weather files, which stay where they are, by what they are. */
    private static String what(HistoryEntry entry, List<HistoryEntry> history) {
        if (!entry.files().isEmpty()) {
            return String.join(", ", entry.files().stream().map(f -> f.name()).toList());
        }
        int at = history.indexOf(entry);
        return (at <= 0 ? entry.contents().keySet() : entry.touched(history.get(at - 1)))
                .stream()
                        .flatMap(c -> InputFile.Kind.ofCode(c).stream())
                        .map(kind -> Texts.current().text("cadastre.input." + kind.code()))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
