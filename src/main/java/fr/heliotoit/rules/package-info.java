/** Dated data packs (files under {@code data/packs}) and what follows from them: conventions, classes, tariffs, law. */
@NullMarked
package fr.heliotoit.rules;

import org.jspecify.annotations.NullMarked;
