package io.dlpo.optimizer.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The id of a deleted run. Immutable. */
@Entity
@Table(schema = "optimizer", name = "deleted_run")
public class StoredDeletion {

  @Id private @Nullable String id;

  StoredDeletion() {}
}
