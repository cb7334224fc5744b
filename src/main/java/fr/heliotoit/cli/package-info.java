/** The same use cases without a screen: picocli commands. The only room that writes to standard output. */
@NullMarked
package fr.heliotoit.cli;

import org.jspecify.annotations.NullMarked;
