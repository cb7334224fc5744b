package fr.heliotoit.ui.model;

import java.util.List;

/**
 * A part of a building's card that folds.
 *
 * @param id stable, to remember what is folded
 * @param title in words
 * @param lines labels and values
 * @param notes sentences below, the last ones saying where the values come from
 */
public record CardSection(String id, String title, List<CardContent.Line> lines, List<String> notes) {
    public CardSection {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    public boolean isEmpty() {
        return lines.isEmpty() && notes.isEmpty();
    }
}
