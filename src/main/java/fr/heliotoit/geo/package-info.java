/** Rasters in memory, grid geometry, footprints, and the one door to coordinate reference systems. */
@NullMarked
package fr.heliotoit.geo;

import org.jspecify.annotations.NullMarked;
