/**
 * Hot loops on primitive arrays: horizon sweep, sky tables, cell sums, coverage fractions. Nothing but {@code java.base}.
 *
 * <p>Input: row-major {@code float[]} grids, row 0 at the north, NaN where nothing is known. Angles in radians, azimuths clockwise
 * from grid north. Output is the same, bit for bit, for any number of threads and any tile size.
 */
@NullMarked
package fr.heliotoit.kernel;

import org.jspecify.annotations.NullMarked;
