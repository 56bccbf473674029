package io.dlpo.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.events.fault.DeadLetterReason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EventMetersTest {

  private static final String TOPIC = "dlpo.run.commanded.v1";

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final EventMeters meters = new EventMeters(registry);

  @Test
  void shouldShowTheCountsOfAChannelFromItsStart() {
    // When
    meters.watch(TOPIC);

    // Then
    assertThat(registry.get("dlpo.dead.letters").tag("topic", TOPIC).counters())
        .hasSize(DeadLetterReason.values().length)
        .allSatisfy(counter -> assertThat(counter.count()).isZero());
    assertThat(registry.get("dlpo.channel.stops").tag("topic", TOPIC).counter().count()).isZero();
    assertThat(registry.get("dlpo.handler.retries").tag("topic", TOPIC).counter().count()).isZero();
  }

  @Test
  void shouldCountDeadLettersByTheirReason() {
    // When
    meters.deadLettered(TOPIC, DeadLetterReason.UNREADABLE);
    meters.deadLettered(TOPIC, DeadLetterReason.UNREADABLE);
    meters.deadLettered(TOPIC, DeadLetterReason.TOO_LARGE);

    // Then
    assertThat(deadLetters("unreadable")).isEqualTo(2);
    assertThat(deadLetters("too_large")).isEqualTo(1);
  }

  @Test
  void shouldTellWhatWasHandledFromWhatFailed() {
    // When
    meters.handled(TOPIC, true, Duration.ofMillis(30));
    meters.handled(TOPIC, true, Duration.ofMillis(20));
    meters.handled(TOPIC, false, Duration.ofSeconds(1));

    // Then
    assertThat(handled("done").count()).isEqualTo(2);
    assertThat(handled("done").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(50);
    assertThat(handled("failed").count()).isEqualTo(1);
  }

  @Test
  void shouldCountStopsAndRetries() {
    // When
    meters.stopped(TOPIC);
    meters.retried(TOPIC);
    meters.retried(TOPIC);

    // Then
    assertThat(registry.get("dlpo.channel.stops").counter().count()).isEqualTo(1);
    assertThat(registry.get("dlpo.handler.retries").counter().count()).isEqualTo(2);
  }

  private double deadLetters(String reason) {
    return registry.get("dlpo.dead.letters").tag("reason", reason).counter().count();
  }

  private Timer handled(String outcome) {
    return registry.get("dlpo.handler.duration").tag("outcome", outcome).timer();
  }
}
