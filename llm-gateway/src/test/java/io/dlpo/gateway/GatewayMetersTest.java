package io.dlpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.Tokens;
import io.dlpo.gateway.ledger.LedgerEntry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatewayMetersTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final GatewayMeters meters = new GatewayMeters(registry);
  private final ModelRequest request = Requests.of("gpt-x");

  @Test
  void shouldCountCallsByHowTheyWereAnswered() {
    // When
    meters.paid(request, new LedgerEntry("w", "8", FinishReason.STOP, 11, 7, 20));
    meters.cached(request);
    meters.cached(request);
    meters.shared(request);
    meters.failed(request, FailureKind.TIMEOUT);
    meters.notAsked(request);

    // Then
    assertThat(counted("dlpo.model.calls", "outcome", "paid")).isEqualTo(1);
    assertThat(counted("dlpo.model.calls", "outcome", "ledger")).isEqualTo(2);
    assertThat(counted("dlpo.model.calls", "outcome", "shared")).isEqualTo(1);
    assertThat(counted("dlpo.model.calls", "outcome", "failed")).isEqualTo(1);
    assertThat(counted("dlpo.model.calls", "outcome", "not_asked")).isEqualTo(1);
    assertThat(counted("dlpo.model.failures", "reason", "timeout")).isEqualTo(1);
    assertThat(counted("dlpo.model.tokens", "direction", "input")).isEqualTo(11);
    assertThat(counted("dlpo.model.tokens", "direction", "output")).isEqualTo(7);
    assertThat(registry.get("dlpo.model.tokens").counters())
        .allSatisfy(counter -> assertThat(counter.getId().getTag("purpose")).isEqualTo("batch"));
  }

  @Test
  void shouldTellEndpointsApartAndCountTokensThatWerePaidInVain() {
    // Given
    ModelRequest named =
        Requests.of(new Engine("gpt-x", 0.0, null, null, null, null, "local"), "q", "w");

    // When
    meters.wasted(request, new Tokens(5, 0));
    meters.wasted(request, Tokens.NONE);
    meters.wasted(named, new Tokens(3, 1));

    // Then
    assertThat(input("default")).isEqualTo(5);
    assertThat(input("local")).isEqualTo(3);
  }

  private double input(String endpoint) {
    return registry
        .get("dlpo.model.tokens")
        .tags("model", "gpt-x", "endpoint", endpoint, "direction", "input")
        .counter()
        .count();
  }

  @Test
  void shouldTimeAttemptsByTheirOutcome() {
    // When
    meters.replied(request, Duration.ofMillis(30));
    meters.faulty(request, FailureKind.RATE_LIMITED, Duration.ofMillis(5));
    meters.retried(request, FailureKind.RATE_LIMITED);

    // Then
    assertThat(attempts("replied")).isEqualTo(30);
    assertThat(attempts("rate_limited")).isEqualTo(5);
    assertThat(counted("dlpo.model.retries", "reason", "rate_limited")).isEqualTo(1);
  }

  @Test
  void shouldShowHowManyWaitAndEndEachWaitOnce() {
    // Given
    WaitTimer first = meters.await(request);
    WaitTimer second = meters.await(request);
    assertThat(waiting()).isEqualTo(2);

    // When
    first.close();
    first.close();

    // Then
    assertThat(waiting()).isEqualTo(1);
    assertThat(registry.get("dlpo.model.wait.duration").timer().count()).isEqualTo(1);
    second.close();
    assertThat(waiting()).isZero();
  }

  @Test
  void shouldShowFaultsOfTheLedgerFromTheStart() {
    // When
    meters.ledgerFault(GatewayMeters.LedgerOperation.WRITE);

    // Then
    assertThat(counted("dlpo.ledger.faults", "operation", "read")).isZero();
    assertThat(counted("dlpo.ledger.faults", "operation", "write")).isEqualTo(1);
  }

  @Test
  void shouldHaveNoMoreSeriesThanItTellsModelsApart() {
    // When
    IntStream.range(0, 200).mapToObj(n -> Requests.of("model-" + n)).forEach(meters::cached);

    // Then
    assertThat(registry.get("dlpo.model.calls").counters()).hasSize(GatewayMeters.MOST_MODELS + 1);
    assertThat(counted("dlpo.model.calls", "model", "other"))
        .isEqualTo(200 - GatewayMeters.MOST_MODELS);
  }

  private double counted(String name, String label, String value) {
    return registry.get(name).tags(Tags.of(label, value)).counter().count();
  }

  private double attempts(String outcome) {
    return registry
        .get("dlpo.model.attempt.duration")
        .tag("outcome", outcome)
        .timer()
        .totalTime(TimeUnit.MILLISECONDS);
  }

  private double waiting() {
    return registry.get("dlpo.model.waiting").tag("model", "gpt-x").gauge().value();
  }
}
