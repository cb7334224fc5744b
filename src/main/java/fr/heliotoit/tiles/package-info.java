/**
 * Background maps from servers on the web: what may be asked, of whom, how much is taken, and what is kept. The only room that uses the
 * network; nothing here asks anybody before a person has chosen a background map.
 */
@NullMarked
package fr.heliotoit.tiles;

import org.jspecify.annotations.NullMarked;
