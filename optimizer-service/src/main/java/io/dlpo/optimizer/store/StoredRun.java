package io.dlpo.optimizer.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.event.ForkPoint;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.run.ChangeCounter;
import io.dlpo.core.run.RunStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row of a run. Must be locked for changes. */
@Entity
@Table(schema = "optimizer", name = "run")
public class StoredRun {

  private static final String SEPARATOR = ",";

  @Id private @Nullable String id;

  @Column(updatable = false)
  private @Nullable String name;

  @Column(updatable = false)
  private @Nullable String spec;

  @Column(updatable = false)
  private @Nullable String fork;

  /** Where sampled replies are shared; null for a run of an earlier version. */
  @Column(updatable = false)
  private @Nullable String scope;

  private @Nullable String state;

  @Enumerated(EnumType.STRING)
  private @Nullable RunStatus status;

  private long sequence;

  @Column(name = "silent_inputs")
  private @Nullable String silentInputs;

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

  /** The head of the state; see {@link io.dlpo.core.run.StateSnapshot}. */
  String head() {
    return Objects.requireNonNull(state);
  }

  /** Numbers the changes of the run. */
  ChangeCounter changes() {
    String silent = Objects.requireNonNull(silentInputs);
    return new ChangeCounter(
        sequence, silent.isEmpty() ? List.of() : List.of(silent.split(SEPARATOR)));
  }

  void count(ChangeCounter changes) {
    sequence = changes.sequence();
    silentInputs = joined(changes.silentInputs());
  }

  static String joined(List<String> inputIds) {
    return String.join(SEPARATOR, inputIds);
  }

  boolean hasEnded() {
    return Objects.requireNonNull(status).hasEnded();
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

  /** Returns the time from the request to the end, or until now if the run has not ended. */
  long elapsedMillis(Instant now) {
    Instant end = endedAt == null ? now : endedAt;
    return Math.max(0, Duration.between(createdAt(), end).toMillis());
  }

  void become(String head, RunStatus newStatus, Instant now) {
    state = head;
    status = newStatus;
    changedAt = now;
    if (!status.hasEnded()) {
      endedAt = null;
    } else if (endedAt == null) {
      endedAt = now;
    }
  }
}
