/** Crash injection: ends a process at a point that a test chooses. */
@NullMarked
package io.dlpo.events.crash;

import org.jspecify.annotations.NullMarked;
