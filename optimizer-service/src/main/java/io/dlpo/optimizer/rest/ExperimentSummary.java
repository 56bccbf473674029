package io.dlpo.optimizer.rest;

import io.dlpo.optimizer.store.ExperimentView;
import io.dlpo.studies.experiment.ExperimentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An experiment in a list. The fields are those of {@link ExperimentView}. */
public record ExperimentSummary(
    String experimentId,
    String name,
    ExperimentStatus status,
    Instant createdAt,
    @Nullable Instant endedAt) {

  static ExperimentSummary of(ExperimentView view) {
    return new ExperimentSummary(
        view.id().value(), view.name(), view.status(), view.createdAt(), view.endedAt());
  }
}
