package fr.heliotoit.ui.model;

import fr.heliotoit.cadastre.Attribute;

/** A column that rows are ordered by. */
public record SortKey(Attribute attribute, boolean ascending) {}
