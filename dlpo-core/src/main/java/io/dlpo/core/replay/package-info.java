/**
 * Replay: recomputes every decision of a run from its events, as a fold of the run's state machine
 * over its inputs, and compares the events that follow with those that were published. A pure
 * function of a list of events; another package reads them.
 */
@NullMarked
package io.dlpo.core.replay;

import org.jspecify.annotations.NullMarked;
