package fr.heliotoit.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Stands for a person who takes every file name that is suggested, in one folder. */
final class ChosenFiles implements FilePicker {
    private final Path folder;

    ChosenFiles(Path folder) {
        this.folder = folder;
    }

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
        return Optional.of(folder.resolve(suggested));
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(folder);
    }
}
