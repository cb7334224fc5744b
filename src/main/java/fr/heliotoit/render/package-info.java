/** Layers to pixels or vectors with {@code Graphics2D}: ramps, legend, scale bar. One code for screen and paper. */
@NullMarked
package fr.heliotoit.render;

import org.jspecify.annotations.NullMarked;
