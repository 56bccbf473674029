package io.dlpo.optimizer.store;

import io.dlpo.core.run.RunContext;
import io.dlpo.core.run.RunState;

/**
 * A run's state at a moment, to look ahead; only {@link RunStore#apply} changes it.
 *
 * @param state the run between two events
 * @param context what it works on
 */
public record StoredState(RunState state, RunContext context) {}
