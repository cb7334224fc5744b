/** Benchmarks of the hot loops: {@code mvn -Pjmh process-test-classes}. Each checks its result in the same run. */
@org.jspecify.annotations.NullMarked
package fr.heliotoit.kernel;
