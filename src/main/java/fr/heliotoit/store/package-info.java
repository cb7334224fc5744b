/** The project file: a GeoPackage with buildings, roof planes, potentials, snapshots and journal. The only room with SQL for it. */
@NullMarked
package fr.heliotoit.store;

import org.jspecify.annotations.NullMarked;
