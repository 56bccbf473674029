package io.dlpo.optimizer.store;

import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.event.ForkPoint;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.run.RunView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run with its metadata.
 *
 * @param runId the run
 * @param name the display name
 * @param engines the models
 * @param budget the budget; null if unlimited
 * @param fork the fork point; null if the run is not a fork
 * @param view the current state
 * @param createdAt when the request was handled
 * @param endedAt when the run ended; null if it has not ended
 * @param wallMillis the time from creation to the end, or until now
 * @param changedAt when the state last changed
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
