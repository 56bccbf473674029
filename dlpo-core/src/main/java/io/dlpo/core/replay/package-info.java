/**
 * Recomputes every decision of a run from its events, as a fold of the run's state machine over its
 * inputs, and compares the recomputed events with the published ones. A pure function of a list of
 * events.
 */
@NullMarked
package io.dlpo.core.replay;

import org.jspecify.annotations.NullMarked;
