/** One class per thing that staff do: new project, import, compute, query, report. Used alike by window and command line. */
@NullMarked
package fr.heliotoit.app;

import org.jspecify.annotations.NullMarked;
