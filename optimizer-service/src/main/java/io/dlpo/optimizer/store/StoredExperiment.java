package io.dlpo.optimizer.store;

import io.dlpo.studies.experiment.ExperimentId;
import io.dlpo.studies.experiment.ExperimentStatus;
import io.dlpo.studies.experiment.Pairing;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row of an experiment. */
@Entity
@Table(schema = "optimizer", name = "experiment")
public class StoredExperiment {

  @Id private @Nullable String id;
  private @Nullable String name;
  private @Nullable Integer parallel;

  @Enumerated(EnumType.STRING)
  private @Nullable Pairing pairing;

  @Enumerated(EnumType.STRING)
  private @Nullable ExperimentStatus status;

  @Column(name = "created_at")
  private @Nullable Instant createdAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  StoredExperiment() {}

  ExperimentView view() {
    return new ExperimentView(
        new ExperimentId(Objects.requireNonNull(id)),
        Objects.requireNonNull(name),
        parallel,
        Objects.requireNonNull(pairing),
        Objects.requireNonNull(status),
        Objects.requireNonNull(createdAt),
        endedAt);
  }
}
