package fr.heliotoit.ui.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The projects opened lately, newest first, one path a line in a file of the user's settings folder. */
public final class RecentProjects {
    private static final int KEPT = 8;

    private final Path list;

    /** @param settings folder; made when needed */
    public RecentProjects(Path settings) {
        this.list = settings.resolve("recent-projects.txt");
    }

    /** All, those too that are not there (any more, or just now). A list that cannot be read counts as empty: a convenience, not data. */
    public List<Path> paths() {
        List<Path> found = new ArrayList<>();
        for (String line : lines()) {
            try {
                found.add(Path.of(line));
            } catch (InvalidPathException e) {
                continue; // written by hand or by another system
            }
        }
        return found;
    }

    /** Puts a project at the head. */
    public void opened(Path project) {
        Path full = project.toAbsolutePath().normalize();
        List<String> kept = new ArrayList<>();
        kept.add(full.toString());
        paths().stream()
                .map(Path::toString)
                .filter(p -> !p.equals(full.toString()))
                .forEach(kept::add);
        try {
            Files.createDirectories(list.toAbsolutePath().getParent());
            Files.write(list, kept.subList(0, Math.min(KEPT, kept.size())), StandardCharsets.UTF_8);
        } catch (IOException e) {
            System.getLogger(RecentProjects.class.getName()).log(System.Logger.Level.WARNING, "recent projects", e);
        }
    }

    private List<String> lines() {
        try {
            return Files.isRegularFile(list) ? Files.readAllLines(list, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
