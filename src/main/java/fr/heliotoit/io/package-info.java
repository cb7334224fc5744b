/** Readers and writers of files (vectors, rasters, weather years); the only room with GeoTools beside {@code geo}'s CRS door. */
@NullMarked
package fr.heliotoit.io;

import org.jspecify.annotations.NullMarked;
