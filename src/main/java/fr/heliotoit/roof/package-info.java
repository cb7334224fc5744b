/** Roof planes from a surface model and a footprint. */
@NullMarked
package fr.heliotoit.roof;

import org.jspecify.annotations.NullMarked;
