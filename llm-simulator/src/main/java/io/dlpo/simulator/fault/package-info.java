/** Simulated faults, as configured. */
@NullMarked
package io.dlpo.simulator.fault;

import org.jspecify.annotations.NullMarked;
