package io.dlpo.events.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.contracts.topic.TopicList;
import io.dlpo.events.TestSettings;
import io.dlpo.testing.kafka.KafkaCluster;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a real broker: what readiness says about topics, and topics that a service creates. */
class TopicWatchIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final List<TopicWatch> watches = new ArrayList<>();

  private TopicHealth begin(KafkaCluster kafka, TestSettings settings, String... topics) {
    return begin(kafka.bootstrapServers(), settings, topics);
  }

  private TopicHealth begin(String address, TestSettings settings, String... topics) {
    Map<String, String> channels =
        List.of(topics).stream()
            .collect(
                Collectors.toMap(
                    topic -> "mp.messaging.incoming.c" + topic.hashCode() + ".topic",
                    topic -> topic));
    TopicWatch watch =
        new TopicWatch(
            Map.of("bootstrap.servers", address),
            new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(channels, "test", 100))
                .build(),
            settings);
    watches.add(watch);
    watch.begin(new StartupEvent());
    return new TopicHealth(watch);
  }

  private static TestSettings watching() {
    return new TestSettings(Duration.ZERO, Duration.ZERO);
  }

  private static void awaitUp(TopicHealth health) {
    await("readiness")
        .atMost(TIMEOUT)
        .until(() -> health.call().getStatus() == HealthCheckResponse.Status.UP);
  }

  private static Map<String, Object> data(TopicHealth health) {
    return health.call().getData().orElse(Map.of());
  }

  @AfterEach
  void close() {
    watches.forEach(TopicWatch::close);
  }

  @Test
  void shouldNameTheMissingTopicUntilItExists() {
    // Given
    KafkaCluster kafka = KafkaCluster.shared();
    String there = "there-" + UUID.randomUUID();
    String absent = "absent-" + UUID.randomUUID();
    kafka.createTopic(there, 1);

    // When
    TopicHealth health = begin(kafka, watching(), there, absent);

    // Then
    await().atMost(TIMEOUT).until(() -> data(health).containsKey("missing"));
    assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    assertThat(data(health))
        .containsEntry("missing", absent)
        .containsEntry(
            "next", "create them, or set DLPO_EVENTS_CREATE_TOPICS=true for the optimizer");

    // When
    kafka.createTopic(absent, 1);

    // Then
    awaitUp(health);
  }

  @Test
  void shouldSayThatTheBrokerCannotBeReached() {
    // When
    TopicHealth health = begin("no-such-host.invalid:9092", watching(), "any");

    // Then
    await()
        .atMost(TIMEOUT)
        .until(() -> String.valueOf(data(health).get("reason")).contains("bootstrap"));
    assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
  }

  @Test
  void shouldCreateAllTopicsAndThoseThatTheBrokerLosesLater()
      throws ExecutionException, InterruptedException {
    // Given
    KafkaCluster kafka = KafkaCluster.own();
    TopicDefinition first = TopicList.load().topics().get(0);
    kafka.stop();
    TopicHealth health = begin(kafka, TestSettings.creatingTopics(), first.name());
    assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);

    // When
    kafka.start();

    // Then
    awaitUp(health);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      assertThat(admin.listTopics().names().get())
          .containsExactlyInAnyOrderElementsOf(
              TopicList.load().all().stream().map(TopicDefinition::name).toList());
      assertThat(
              admin
                  .describeTopics(List.of(first.name()))
                  .allTopicNames()
                  .get()
                  .get(first.name())
                  .partitions())
          .hasSize(first.partitions());
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, first.name());
      assertThat(
              admin
                  .describeConfigs(List.of(resource))
                  .all()
                  .get()
                  .get(resource)
                  .get("retention.ms")
                  .value())
          .isEqualTo(String.valueOf(first.retention().toMillis()));

      // When
      admin.deleteTopics(List.of(first.name())).all().get();

      // Then
      await().atMost(TIMEOUT).until(() -> admin.listTopics().names().get().contains(first.name()));
      awaitUp(health);
    }
    kafka.stop();
  }
}
