/** Words and numbers: messages in French (root) and English, the one place that formats and parses numbers. */
@NullMarked
package fr.heliotoit.text;

import org.jspecify.annotations.NullMarked;
