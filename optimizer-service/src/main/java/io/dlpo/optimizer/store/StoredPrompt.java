package io.dlpo.optimizer.store;

import io.dlpo.contracts.id.PromptName;
import io.dlpo.core.registry.NamedPrompt;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row of a named prompt. Must be locked for changes. */
@Entity
@Table(schema = "optimizer", name = "prompt")
public class StoredPrompt {

  @Id private @Nullable String name;

  private int versions;

  private long revision;

  private @Nullable String labels;

  @Column(name = "changed_at")
  private @Nullable Instant changedAt;

  StoredPrompt() {}

  PromptName name() {
    return new PromptName(Objects.requireNonNull(name));
  }

  NamedPrompt state() {
    return new NamedPrompt(versions, revision, Json.labels(Objects.requireNonNull(labels)));
  }

  Instant changedAt() {
    return Objects.requireNonNull(changedAt);
  }

  void become(NamedPrompt next, Instant now) {
    versions = next.versions();
    revision = next.revision();
    labels = Json.write(next.labels());
    changedAt = now;
  }
}
