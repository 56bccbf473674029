package io.dlpo.optimizer.store;

import io.dlpo.core.run.StatePart;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row of a part of a run's state. */
@Entity
@IdClass(PartKey.class)
@Table(schema = "optimizer", name = "run_part")
public class StoredPart {

  @Id
  @Column(name = "run_id")
  private @Nullable String runId;

  @Id private @Nullable String kind;

  @Id private @Nullable String key;

  private @Nullable String value;

  StoredPart() {}

  String runId() {
    return Objects.requireNonNull(runId);
  }

  StatePart part() {
    return StatePart.stored(Objects.requireNonNull(kind), Objects.requireNonNull(key));
  }

  String value() {
    return Objects.requireNonNull(value);
  }
}
