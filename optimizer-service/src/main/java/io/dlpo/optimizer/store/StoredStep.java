package io.dlpo.optimizer.store;

import io.dlpo.contracts.id.RunId;
import io.dlpo.core.step.StepRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row of a finished step. Immutable. */
@Entity
@IdClass(StepKey.class)
@Table(schema = "optimizer", name = "step")
public class StoredStep {

  @Id
  @Column(name = "run_id")
  private @Nullable String runId;

  @Id private int step;

  private @Nullable String record;

  StoredStep() {}

  StoredStep(RunId runId, StepRecord record) {
    this.runId = runId.value();
    this.step = record.step();
    this.record = Json.write(record);
  }

  StepRecord record() {
    return Json.step(Objects.requireNonNull(record));
  }
}
