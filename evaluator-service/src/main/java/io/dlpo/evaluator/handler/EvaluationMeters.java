package io.dlpo.evaluator.handler;

import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/**
 * Metrics of evaluations. Each evaluation is counted once, when the broker has its result. The
 * counters are registered at 0, so that the first overdue evaluation is an increase.
 */
@Startup
@ApplicationScoped
class EvaluationMeters {

  private final MeterRegistry registry;

  EvaluationMeters(MeterRegistry registry) {
    this.registry = registry;
    for (Purpose purpose : Purpose.values()) {
      for (Outcome outcome : Outcome.values()) {
        evaluations(purpose, outcome);
      }
    }
  }

  /** How an evaluation ended. */
  private enum Outcome {
    COMPLETE,
    WITH_FAILURES,
    OVERDUE;

    static Outcome of(BatchScored result) {
      boolean misses =
          result.failures().stream().anyMatch(failure -> failure.kind() == FailureKind.MISSING);
      return misses ? OVERDUE : failed(result) > 0 ? WITH_FAILURES : COMPLETE;
    }
  }

  /** The result of an evaluation was published. */
  void published(BatchScored result) {
    evaluations(result.evaluation().purpose(), Outcome.of(result)).increment();
    int failed = failed(result);
    int wrong = result.evaluation().size() - result.correct() - failed;
    examples(result, "right").increment(result.correct());
    examples(result, "wrong").increment(wrong);
    examples(result, "failed").increment(failed);
  }

  /** Examples without a usable reply, including those that count as wrong. */
  private static int failed(BatchScored result) {
    return result.failed() + result.countedAsWrong();
  }

  private Counter evaluations(Purpose purpose, Outcome outcome) {
    return Counter.builder("dlpo.evaluations")
        .description("Evaluations with a published result")
        .tag("purpose", label(purpose))
        .tag("outcome", label(outcome))
        .register(registry);
  }

  private Counter examples(BatchScored result, String outcome) {
    return Counter.builder("dlpo.evaluation.examples")
        .description("Examples of these evaluations by outcome")
        .tag("purpose", label(result.evaluation().purpose()))
        .tag("outcome", outcome)
        .register(registry);
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
