package io.dlpo.optimizer.store;

import io.dlpo.contracts.event.PromptCommanded;
import io.dlpo.contracts.id.PromptName;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.registry.NamedPrompt;
import io.dlpo.core.registry.PromotedPrompt;
import io.dlpo.core.registry.RegisteredVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row of a version of a named prompt. Immutable. */
@Entity
@IdClass(PromptVersionKey.class)
@Table(schema = "optimizer", name = "prompt_version")
public class StoredPromptVersion {

  @Id private @Nullable String name;

  @Id private int version;

  @Column(name = "run_id")
  private @Nullable String runId;

  private @Nullable String content;

  StoredPromptVersion() {}

  StoredPromptVersion(int version, PromptCommanded promotion) {
    this.name = promotion.name().value();
    this.version = version;
    this.runId = promotion.runId().value();
    this.content = Json.write(PromotedPrompt.of(promotion));
  }

  int version() {
    return version;
  }

  /** The version with the labels that it has in a state of its name. */
  RegisteredVersion in(NamedPrompt state) {
    return new RegisteredVersion(
        new PromptName(Objects.requireNonNull(name)),
        version,
        state.labelsOf(version),
        new RunId(Objects.requireNonNull(runId)),
        Json.promoted(Objects.requireNonNull(content)));
  }
}
