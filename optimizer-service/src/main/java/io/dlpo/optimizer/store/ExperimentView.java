package io.dlpo.optimizer.store;

import io.dlpo.studies.experiment.ExperimentId;
import io.dlpo.studies.experiment.ExperimentStatus;
import io.dlpo.studies.experiment.Pairing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as it is stored.
 *
 * @param id the experiment
 * @param name for people
 * @param parallel most runs at once; null leaves it to the service
 * @param pairing which runs are compared
 * @param status what users want of it, or that it is over
 * @param createdAt when it was asked for
 * @param endedAt when the last run had ended; null if it goes on
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
   * Most runs at once.
   *
   * @param absent if the experiment does not say
   */
  public int parallelOr(int absent) {
    return parallel == null ? absent : parallel;
  }
}
