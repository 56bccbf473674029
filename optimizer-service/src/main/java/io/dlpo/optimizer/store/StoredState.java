package io.dlpo.optimizer.store;

import io.dlpo.core.run.RunContext;
import io.dlpo.core.run.RunState;

/**
 * A snapshot of a run's state; only {@link RunStore#apply} changes the state.
 *
 * @param state the state of the run between two events
 * @param context the resolved spec and dataset of the run
 */
public record StoredState(RunState state, RunContext context) {}
