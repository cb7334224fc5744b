/** The JavaFX window: map, table, card. The only room with JavaFX. */
@NullMarked
package fr.heliotoit.ui;

import org.jspecify.annotations.NullMarked;
