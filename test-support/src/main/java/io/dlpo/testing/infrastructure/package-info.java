/** Chooses between containers and processes, and shares servers within the JVM. */
@NullMarked
package io.dlpo.testing.infrastructure;

import org.jspecify.annotations.NullMarked;
