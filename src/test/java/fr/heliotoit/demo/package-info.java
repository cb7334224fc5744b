/**
 * Draws the demonstration commune "Saint-Soleil-en-Artois (commune fictive)" and writes it to {@code data/demo}. Everything is made up and
 * deterministic: no clock, no locale, no generator but {@link java.util.SplittableRandom} with fixed seeds and hashes, and {@link
 * java.lang.StrictMath} wherever a function is not exact. The plan is drawn in local metres (x east, y north, see {@link
 * fr.heliotoit.demo.Site}) and moved to Lambert-93 when written.
 */
@NullMarked
package fr.heliotoit.demo;

import org.jspecify.annotations.NullMarked;
