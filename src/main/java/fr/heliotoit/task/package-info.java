/** Progress and cancelling of long work. Ground: {@code java.base} only. */
@NullMarked
package fr.heliotoit.task;

import org.jspecify.annotations.NullMarked;
