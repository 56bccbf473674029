package io.dlpo.events.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.reactive.messaging.health.HealthReport;
import org.junit.jupiter.api.Test;

class StoppedChannelTest {

  @Test
  void shouldFindNoneWhileAllLive() {
    // Given
    HealthReport report = HealthReport.builder().add("commands", true).add("events", true).build();

    // When, then
    assertThat(StoppedChannel.in(report)).isEmpty();
    assertThat(StoppedChannel.in(HealthReport.builder().build())).isEmpty();
  }

  @Test
  void shouldNameTheOneThatHasStoppedWithItsReasonOnOneLine() {
    // Given
    HealthReport report =
        HealthReport.builder()
            .add("events", true)
            .add("commands", false, "database unreachable\n" + "x".repeat(5_000))
            .build();

    // When
    StoppedChannel stopped = StoppedChannel.in(report).orElseThrow();

    // Then
    assertThat(stopped.name()).isEqualTo("commands");
    assertThat(stopped.reason()).startsWith("database unreachable\\u000ax").hasSizeLessThan(220);
  }

  @Test
  void shouldFindAChannelThatGivesNoReason() {
    // Given
    HealthReport report = HealthReport.builder().add("commands", false).build();

    // When, then
    assertThat(StoppedChannel.in(report))
        .contains(new StoppedChannel("commands", "no reason given"));
  }
}
