/** Chooses between containers and processes, and shares what was started with the whole JVM. */
@NullMarked
package io.dlpo.testing.infrastructure;

import org.jspecify.annotations.NullMarked;
