package io.dlpo.events.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.id.RunId;
import io.dlpo.events.EchoHandler;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TestProducer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.health.SmallRyeHealthReporter;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A fault that persists, on a real broker: the channel stops, then the process exits. */
@QuarkusTest
@TestProfile(StoppedChannelIT.WithoutPatience.class)
@QuarkusTestResource(KafkaResource.class)
class StoppedChannelIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final EchoHandler echo;
  private final RecordedExit end;
  private final SmallRyeHealthReporter health;

  StoppedChannelIT(EchoHandler echo, RecordedExit end, SmallRyeHealthReporter health) {
    this.echo = echo;
    this.end = end;
    this.health = health;
  }

  /** A separate application, because its channel does not recover. */
  public static class WithoutPatience implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("dlpo.events.retry-for", "PT0S", "dlpo.events.end-after", "PT1S");
    }
  }

  @Test
  void shouldEndTheProcessWithAStatusAfterLivenessHasToldOfTheChannel() {
    // Given
    echo.failFirst("c-1", Integer.MAX_VALUE);
    assertThat(health.getLiveness().isDown()).isFalse();

    // When
    try (TestProducer producer = TestProducer.shared()) {
      producer.send(
          new RunCommanded("c-1", new RunId("run-" + UUID.randomUUID()), RunCommand.PAUSE));

      // Then
      await("liveness").atMost(TIMEOUT).until(() -> health.getLiveness().isDown());
      assertThat(health.getLiveness().getPayload().toString())
          .contains("commands")
          .contains("database unreachable");
      await("the end").atMost(TIMEOUT).until(() -> !end.statuses().isEmpty());
      assertThat(end.statuses()).containsExactly(ChannelWatchdog.STATUS);
    }
  }
}
