/** Pseudo-randomness that depends only on the request. */
@NullMarked
package io.dlpo.simulator.chance;

import org.jspecify.annotations.NullMarked;
