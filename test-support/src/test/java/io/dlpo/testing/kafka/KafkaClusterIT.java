package io.dlpo.testing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.contracts.topic.TopicList;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class KafkaClusterIT {

  @Test
  void shouldCreateEveryTopicOfTheListWithItsPartitionsAndBeHarmlessWhenRepeated()
      throws Exception {
    // Given
    KafkaCluster kafka = KafkaCluster.shared();

    // When
    kafka.createTopics(TopicList.load());
    kafka.createTopics(TopicList.load());

    // Then
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      var described =
          admin
              .describeTopics(TopicList.load().all().stream().map(TopicDefinition::name).toList())
              .allTopicNames()
              .get();
      assertThat(TopicList.load().all())
          .allSatisfy(
              topic ->
                  assertThat(described.get(topic.name()).partitions()).hasSize(topic.partitions()));
    }
  }

  @Test
  void shouldShareOneBrokerInTheJvm() {
    assertThat(KafkaCluster.shared().bootstrapServers())
        .isEqualTo(KafkaCluster.shared().bootstrapServers());
  }

  @Test
  void shouldComeBackAfterAStopWithItsRecordsAtTheSameAddress() {
    // Given
    KafkaCluster kafka = KafkaCluster.own();
    assumeThat(kafka.stoppable()).isTrue();
    kafka.createTopic("outage", 1);
    String address = kafka.bootstrapServers();
    try (TestProducer producer = TestProducer.to(address)) {
      producer.send("outage", "before", "1".getBytes(StandardCharsets.UTF_8), Map.of());

      // When
      kafka.stop();
      kafka.start();

      // Then
      producer.send("outage", "after", "2".getBytes(StandardCharsets.UTF_8), Map.of());
      try (EventTap tap = EventTap.fromBeginning(address, "outage")) {
        assertThat(tap.awaitRecords(tapped -> true, 2, Duration.ofSeconds(20)))
            .extracting(TappedRecord::key)
            .containsExactly("before", "after");
      }
    } finally {
      kafka.stop();
    }
  }
}
