package io.dlpo.optimizer.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row of a redriven dead letter. */
@Entity
@IdClass(RedriveKey.class)
@Table(schema = "optimizer", name = "redrive")
public class StoredRedrive {

  @Id private @Nullable String topic;

  @Id private int partition;

  @Id
  @Column(name = "record_offset")
  private long offset;

  @Id
  @Column(name = "written_at")
  private @Nullable Instant writtenAt;

  @Column(name = "redriven_at")
  private @Nullable Instant redrivenAt;

  StoredRedrive() {}

  Instant redrivenAt() {
    return Objects.requireNonNull(redrivenAt);
  }
}
