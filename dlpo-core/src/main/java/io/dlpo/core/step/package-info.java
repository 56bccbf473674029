/** The parts of a step: random draws, candidate, decision, outcome and trajectory. */
@NullMarked
package io.dlpo.core.step;

import org.jspecify.annotations.NullMarked;
