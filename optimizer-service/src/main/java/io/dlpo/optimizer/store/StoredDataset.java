package io.dlpo.optimizer.store;

import io.dlpo.core.dataset.Dataset;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row of a dataset. Immutable. */
@Entity
@Table(schema = "optimizer", name = "dataset")
public class StoredDataset {

  @Id private @Nullable String id;
  private @Nullable String name;
  @Column private @Nullable String format;
  @Column private int size;
  @Column private long bytes;

  @Column(columnDefinition = "text")
  private @Nullable String content;

  @Column(name = "created_at")
  private @Nullable Instant createdAt;

  StoredDataset() {}

  Dataset dataset() {
    return new Dataset(
        Objects.requireNonNull(id),
        Objects.requireNonNull(name),
        Json.rows(Objects.requireNonNull(content)));
  }
}
