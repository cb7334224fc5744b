/** The commune report on paper: tagged, archivable PDF. */
@NullMarked
package fr.heliotoit.report;

import org.jspecify.annotations.NullMarked;
