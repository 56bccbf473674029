package io.dlpo.optimizer.store;

import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.event.ForkPoint;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.run.RunView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as it was read.
 *
 * @param runId the run
 * @param name for people
 * @param engines its models
 * @param budget what it may spend; null if there is no limit
 * @param fork where it goes on from another run; null if it began with its prompt
 * @param view where it stands
 * @param createdAt when its request was handled
 * @param endedAt when it ended; null if it goes on
 * @param wallMillis from one to the other, or to now
 * @param changedAt when its state changed last
 */
public record RunDetails(
    RunId runId,
    String name,
    Engines engines,
    @Nullable Budget budget,
    @Nullable ForkPoint fork,
    RunView view,
    Instant createdAt,
    @Nullable Instant endedAt,
    long wallMillis,
    Instant changedAt) {}
