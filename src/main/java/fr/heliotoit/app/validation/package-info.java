/** Comparison of the numeric core with other people's answers, written as a page. */
@NullMarked
package fr.heliotoit.app.validation;

import org.jspecify.annotations.NullMarked;
