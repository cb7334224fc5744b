/** What the window knows, without controls: the open project, filter, selection, search, jobs. Testable without a screen. */
@NullMarked
package fr.heliotoit.ui.model;

import org.jspecify.annotations.NullMarked;
