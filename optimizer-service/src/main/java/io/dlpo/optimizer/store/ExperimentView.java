package io.dlpo.optimizer.store;

import io.dlpo.studies.experiment.ExperimentId;
import io.dlpo.studies.experiment.ExperimentStatus;
import io.dlpo.studies.experiment.Pairing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored experiment.
 *
 * @param id the id
 * @param name the display name
 * @param parallel the maximum number of concurrent runs; null for the default of the service
 * @param pairing which runs are compared
 * @param status the status requested by users, or finished
 * @param createdAt when the experiment was requested
 * @param endedAt when the last run ended; null if the experiment has not ended
 */
public record ExperimentView(
    ExperimentId id,
    String name,
    @Nullable Integer parallel,
    Pairing pairing,
    ExperimentStatus status,
    Instant createdAt,
    @Nullable Instant endedAt) {

  /**
   * The maximum number of concurrent runs.
   *
   * @param absent the default if the experiment does not specify a number
   */
  public int parallelOr(int absent) {
    return parallel == null ? absent : parallel;
  }
}
