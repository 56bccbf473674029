package io.dlpo.optimizer.monitoring;

import io.dlpo.core.run.RunStatus;
import io.dlpo.core.signature.Signature;
import io.dlpo.core.signature.SignatureKind;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.optimizer.store.RunPaused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The metrics of runs. Each change of a run is counted once: after its transaction commits, by the
 * process that applied it. All counters are registered at 0. Thread-safe.
 */
@Startup
@ApplicationScoped
public class RunMeters {

  private final MeterRegistry registry;
  private final Map<RunStatus, AtomicLong> alive = new EnumMap<>(RunStatus.class);

  RunMeters(MeterRegistry registry) {
    this.registry = registry;
    for (SignatureKind kind : SignatureKind.values()) {
      signatures(kind);
    }
    for (DecisionKind ruling : DecisionKind.values()) {
      decisions(ruling);
    }
    for (RunPaused cause : RunPaused.values()) {
      pauses(cause);
    }
    for (RunStatus status : RunStatus.values()) {
      if (status.hasEnded()) {
        ends(status);
      } else {
        alive.put(status, gauge(status));
      }
    }
  }

  /** Sets the number of runs that have not ended, over all processes. */
  void alive(Map<RunStatus, Long> counts) {
    alive.forEach((status, value) -> value.set(counts.getOrDefault(status, 0L)));
  }

  void recognised(@Observes(during = TransactionPhase.AFTER_SUCCESS) Signature signature) {
    signatures(signature.kind()).increment();
  }

  void decided(@Observes(during = TransactionPhase.AFTER_SUCCESS) DecisionKind ruling) {
    decisions(ruling).increment();
  }

  void paused(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunPaused cause) {
    pauses(cause).increment();
  }

  void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunStatus status) {
    ends(status).increment();
  }

  private AtomicLong gauge(RunStatus status) {
    AtomicLong value = new AtomicLong();
    Gauge.builder("dlpo.runs", value, AtomicLong::get)
        .description("Runs that have not ended; each optimizer shows all of them")
        .tag("status", label(status))
        .register(registry);
    return value;
  }

  private Counter ends(RunStatus status) {
    return Counter.builder("dlpo.runs.ended")
        .description("Runs that have ended")
        .tag("status", label(status))
        .register(registry);
  }

  private Counter pauses(RunPaused cause) {
    return Counter.builder("dlpo.run.pauses")
        .description("Times that a run was paused")
        .tag("cause", label(cause))
        .register(registry);
  }

  private Counter decisions(DecisionKind ruling) {
    return Counter.builder("dlpo.decisions")
        .description("Decisions about the candidates of steps")
        .tag("decision", ruling.accepts() ? "accepted" : "rejected")
        .tag("reason", label(ruling))
        .register(registry);
  }

  private Counter signatures(SignatureKind kind) {
    return Counter.builder("dlpo.run.signatures")
        .description("Failure signatures that were recognised in runs")
        .tag("kind", label(kind))
        .register(registry);
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
