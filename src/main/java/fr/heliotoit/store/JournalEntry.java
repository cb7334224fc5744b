package fr.heliotoit.store;

import java.time.Instant;

/**
 * What happened to the project.
 *
 * @param action {@code creation}, {@code import}, {@code donnee}, {@code calcul}, {@code rapport} …
 * @param detail one line of plain facts: names and counts
 */
public record JournalEntry(Instant at, String action, String detail) {}
