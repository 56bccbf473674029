package io.dlpo.optimizer.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row of an owner. Immutable. */
@Entity
@IdClass(OwnerKey.class)
@Table(schema = "optimizer", name = "owner")
public class StoredOwner {

  @Id
  @Enumerated(EnumType.STRING)
  private @Nullable Owned kind;

  @Id private @Nullable String id;

  @Id private @Nullable String name;

  @Column private @Nullable String label;

  @Column(name = "created_at")
  private @Nullable Instant createdAt;

  StoredOwner() {}
}
