package io.dlpo.optimizer.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.event.ForkPoint;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.run.RunState;
import io.dlpo.core.run.RunStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row of a run. Whoever changes it holds its lock. */
@Entity
@Table(schema = "optimizer", name = "run")
public class StoredRun {

  @Id private @Nullable String id;

  @Column(updatable = false)
  private @Nullable String name;

  @Column(updatable = false)
  private @Nullable String spec;

  @Column(updatable = false)
  private @Nullable String fork;

  private @Nullable String state;

  @Enumerated(EnumType.STRING)
  private @Nullable RunStatus status;

  @Column(name = "created_at", updatable = false)
  private @Nullable Instant createdAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "changed_at", insertable = false)
  private @Nullable Instant changedAt;

  StoredRun() {}

  RunId runId() {
    return new RunId(Objects.requireNonNull(id));
  }

  String name() {
    return Objects.requireNonNull(name);
  }

  JsonNode spec() {
    return Json.tree(Objects.requireNonNull(spec));
  }

  @Nullable ForkPoint fork() {
    return fork == null ? null : Json.fork(fork);
  }

  RunState state() {
    return Json.state(Objects.requireNonNull(state));
  }

  Instant createdAt() {
    return Objects.requireNonNull(createdAt);
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }

  Instant changedAt() {
    return Objects.requireNonNull(changedAt);
  }

  /** Time from the request to the end, or to now if the run goes on. */
  long elapsedMillis(Instant now) {
    Instant end = endedAt == null ? now : endedAt;
    return Math.max(0, Duration.between(createdAt(), end).toMillis());
  }

  void become(RunState next, Instant now) {
    state = Json.write(next);
    status = next.progress().status();
    changedAt = now;
    if (!status.hasEnded()) {
      endedAt = null;
    } else if (endedAt == null) {
      endedAt = now;
    }
  }
}
