/** Stacks with the simulator, for the soak test and the benchmark. */
@NullMarked
package io.dlpo.systemtests.trial;

import org.jspecify.annotations.NullMarked;
