package fr.heliotoit.ui;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Answers the system's file dialogs in tests: what was put in last comes first; nothing when nothing was put in. */
final class ScriptedFiles implements FilePicker {
    private final Deque<Path> answers = new ArrayDeque<>();
    private String suggested = "";

    void answer(Path path) {
        answers.push(path);
    }

    /** The name proposed at the last save. */
    String suggested() {
        return suggested;
    }

    @Override
    public Optional<Path> open(Kind kind) {
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public List<Path> openSeveral(Kind kind) {
        return open(kind).map(List::of).orElse(List.of());
    }

    @Override
    public Optional<Path> save(Kind kind, String name) {
        suggested = name;
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<Path> folder() {
        return Optional.ofNullable(answers.poll());
    }
}
