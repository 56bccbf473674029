package io.dlpo.optimizer.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.studies.experiment.CellResult;
import io.dlpo.studies.experiment.CellStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row of an experiment's cell. */
@Entity
@IdClass(CellKey.class)
@Table(schema = "optimizer", name = "experiment_cell")
public class StoredCell {

  @Id
  @Column(name = "experiment_id")
  private @Nullable String experimentId;

  @Id
  @Column(name = "cell_id")
  private @Nullable String cellId;

  @Column private int position;
  @Column private @Nullable String dataset;
  @Column private @Nullable String variant;
  @Column private int seed;
  @Column private @Nullable String transfer;

  @Column(name = "run_id")
  private @Nullable String runId;

  @Column private int steps;
  private @Nullable String spec;

  @Column(name = "requested_at")
  private @Nullable Instant requestedAt;

  @Column
  @Enumerated(EnumType.STRING)
  private @Nullable CellStatus outcome;

  private @Nullable String result;

  StoredCell() {}

  String experimentId() {
    return Objects.requireNonNull(experimentId);
  }

  ObjectNode spec() {
    return Json.object(Objects.requireNonNull(spec));
  }

  Optional<CellResult> result() {
    return Optional.ofNullable(result).map(Json::result);
  }
}
