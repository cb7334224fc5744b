package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The dialogs of the system; each opens where the last one ended. */
final class SystemFilePicker implements FilePicker {
    private final Window owner;
    private @Nullable File lastFolder;

    SystemFilePicker(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> open(Kind kind) {
        return one(chooser(kind, "open").showOpenDialog(owner));
    }

    @Override
    public List<Path> openSeveral(Kind kind) {
        List<File> files = chooser(kind, "open").showOpenMultipleDialog(owner);
        if (files == null) {
            return List.of();
        }
        return files.stream().flatMap(file -> one(file).stream()).toList();
    }

    @Override
    public Optional<Path> save(Kind kind, String suggested) {
        FileChooser chooser = chooser(kind, "save");
        chooser.setInitialFileName(suggested);
        return one(chooser.showSaveDialog(owner)).map(path -> withEnding(path, kind));
    }

    @Override
    public Optional<Path> folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(t("files.folder"));
        if (lastFolder != null && lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder);
        }
        return one(chooser.showDialog(owner));
    }

    private FileChooser chooser(Kind kind, String verb) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(t("files." + kind.code() + "." + verb));
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(t("files." + kind.code()), kind.patterns()),
                        new ExtensionFilter(t("files.all"), "*"));
        if (lastFolder != null && lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder);
        }
        return chooser;
    }

    private Optional<Path> one(@Nullable File file) {
        if (file == null) {
            return Optional.empty();
        }
        lastFolder = file.getParentFile();
        return Optional.of(file.toPath());
    }

    /** Some systems' dialogs do not add the ending. */
    private static Path withEnding(Path path, Kind kind) {
        String ending = kind.patterns().getFirst().substring(1);
        String name = path.getFileName().toString();
        return name.endsWith(ending) ? path : path.resolveSibling(name + ending);
    }
}
