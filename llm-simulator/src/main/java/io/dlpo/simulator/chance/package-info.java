/** Chance that is a function of the request: the same request meets the same luck. */
@NullMarked
package io.dlpo.simulator.chance;

import org.jspecify.annotations.NullMarked;
