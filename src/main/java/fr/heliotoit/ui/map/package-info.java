/** The map: painted off the FX thread by {@code render} layers, committed on it, moved at once by an affine transform. */
@NullMarked
package fr.heliotoit.ui.map;

import org.jspecify.annotations.NullMarked;
