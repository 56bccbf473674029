package io.dlpo.optimizer.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.core.run.RunStatus;
import io.dlpo.core.signature.Signature;
import io.dlpo.core.signature.SignatureKind;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.optimizer.store.RunPaused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunMetersTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final RunMeters meters = new RunMeters(registry);

  @ParameterizedTest
  @CsvSource({
    "dlpo.run.signatures,3",
    "dlpo.decisions,12",
    "dlpo.run.pauses,2",
    "dlpo.runs.ended,4"
  })
  void shouldShowEachCountFromTheStart(String name, int series) {
    assertThat(registry.get(name).counters())
        .hasSize(series)
        .extracting(Counter::count)
        .containsOnly(0.0);
  }

  @Test
  void shouldCountEachKindOfSignatureApart() {
    // When
    meters.recognised(new Signature(SignatureKind.STAGNATION, "one"));
    meters.recognised(new Signature(SignatureKind.STAGNATION, "two"));
    meters.recognised(new Signature(SignatureKind.OVERFITTING, "three"));

    // Then
    assertThat(counted("dlpo.run.signatures", "kind", "stagnation")).isEqualTo(2);
    assertThat(counted("dlpo.run.signatures", "kind", "overfitting")).isEqualTo(1);
    assertThat(counted("dlpo.run.signatures", "kind", "oscillation")).isZero();
  }

  @ParameterizedTest
  @EnumSource(DecisionKind.class)
  void shouldCountADecisionByItsReason(DecisionKind ruling) {
    // When
    meters.decided(ruling);

    // Then
    assertThat(registry.get("dlpo.decisions").counters())
        .filteredOn(counter -> counter.count() == 1)
        .singleElement()
        .extracting(Counter::getId)
        .returns(ruling.accepts() ? "accepted" : "rejected", id -> id.getTag("decision"))
        .returns(ruling.name().toLowerCase(Locale.ROOT), id -> id.getTag("reason"));
  }

  @Test
  void shouldCountPausesAndEnds() {
    // When
    meters.paused(RunPaused.FAILURE);
    meters.ended(RunStatus.FINISHED);
    meters.ended(RunStatus.BUDGET_SPENT);

    // Then
    assertThat(counted("dlpo.run.pauses", "cause", "failure")).isEqualTo(1);
    assertThat(counted("dlpo.run.pauses", "cause", "user")).isZero();
    assertThat(counted("dlpo.runs.ended", "status", "finished")).isEqualTo(1);
    assertThat(counted("dlpo.runs.ended", "status", "budget_spent")).isEqualTo(1);
  }

  @Test
  void shouldShowHowManyRunsHaveNotEnded() {
    // When
    meters.alive(Map.of(RunStatus.RUNNING, 3L, RunStatus.PAUSED, 1L));
    meters.alive(Map.of(RunStatus.RUNNING, 2L));

    // Then
    assertThat(registry.get("dlpo.runs").tag("status", "running").gauge().value()).isEqualTo(2);
    assertThat(registry.get("dlpo.runs").tag("status", "paused").gauge().value()).isZero();
  }

  private double counted(String name, String label, String value) {
    return registry.get(name).tag(label, value).counter().count();
  }
}
