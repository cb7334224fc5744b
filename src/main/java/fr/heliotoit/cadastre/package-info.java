/** The domain: commune, building, roof plane, solar potential, snapshot (millésime), finding, query. Values; no I/O. */
@NullMarked
package fr.heliotoit.cadastre;

import org.jspecify.annotations.NullMarked;
