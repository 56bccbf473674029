package io.dlpo.events.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChannelTopicsTest {

  private static ChannelTopics of(Map<String, String> settings) {
    return ChannelTopics.of(settings.keySet(), name -> Optional.ofNullable(settings.get(name)));
  }

  @Test
  void shouldNameConsumedTopicsAndTheirDeadLetterTopicsInOrder() {
    // When
    ChannelTopics topics =
        of(
            Map.of(
                "mp.messaging.incoming.scores.topic", "dlpo.batch.scored.v1",
                "mp.messaging.incoming.scores.dead-letter-queue.topic",
                    "dlpo.batch.scored.v1.x.dlq",
                "mp.messaging.incoming.run-requests.topic", "dlpo.run.requested.v1"));

    // Then
    assertThat(topics.names())
        .containsExactly(
            "dlpo.batch.scored.v1", "dlpo.batch.scored.v1.x.dlq", "dlpo.run.requested.v1");
  }

  @Test
  void shouldPassOverOtherSettingsAndDisabledChannels() {
    // When
    ChannelTopics topics =
        of(
            Map.of(
                "mp.messaging.incoming.scores.group.id", "dlpo.optimizer.scores",
                "mp.messaging.outgoing.events.topic", "elsewhere",
                "mp.messaging.incoming.off.topic", "unused",
                "mp.messaging.incoming.off.enabled", "false",
                "mp.messaging.incoming.on.topic", "used",
                "mp.messaging.incoming.on.enabled", "true"));

    // Then
    assertThat(topics.names()).containsExactly("used");
  }

  @Test
  void shouldBeEmptyForAServiceThatConsumesNothing() {
    assertThat(of(Map.of()).names()).isEmpty();
  }
}
