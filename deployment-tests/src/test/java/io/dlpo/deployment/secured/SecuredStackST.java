package io.dlpo.deployment.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.deployment.Overlays;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services do their work with the rights that the production overlay gives them, no more. */
@Tag("nightly")
class SecuredStackST {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static SecuredStack stack;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    stack = SecuredStack.start(folder);
  }

  @AfterAll
  static void end() throws Exception {
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void shouldFinishARun() throws Exception {
    // Given
    Map<String, Long> before = deadLetters();

    // When
    finishedRun();

    // Then
    assertThat(deadLetters()).isEqualTo(before);
  }

  @Test
  void shouldReplayARunFromItsEvents() throws Exception {
    // Given
    String run = finishedRun();

    // When
    JsonNode replay = MAPPER.readTree(stack.get("/api/runs/" + run + "/replay"));

    // Then
    assertThat(replay.path("verdict").asText()).as("%s", replay).isEqualTo("AGREES");
  }

  @Test
  void shouldShowDeadLettersAndGiveThemBackForEveryConsumer() throws Exception {
    for (TopicDefinition topic : Overlays.PROJECT.topics().topics()) {
      for (String consumer : topic.consumers()) {
        // Given
        String deadLetters = TopicDefinition.deadLetterName(topic.name(), consumer);
        long before = deadLetters().getOrDefault(deadLetters, 0L);
        publish(topic.name(), "not an event");
        String letter = deadLetters + ":0:" + before;
        await(letter)
            .atMost(PATIENCE)
            .until(() -> deadLetters().getOrDefault(deadLetters, 0L) > before);

        // When
        JsonNode listed =
            MAPPER.readTree(
                stack.get("/api/dead-letters?topic=" + topic.name() + "&consumer=" + consumer));
        JsonNode outcome =
            MAPPER.readTree(
                stack.post(
                    "/api/dead-letters/" + letter + "/redrive",
                    "application/json",
                    BodyPublishers.noBody()));

        // Then
        assertThat(listed.path("letters").findValuesAsText("id")).contains(letter);
        assertThat(outcome.path("redriven").asInt()).as("%s", outcome).isEqualTo(1);
        await(letter + " again")
            .atMost(PATIENCE)
            .until(() -> deadLetters().getOrDefault(deadLetters, 0L) > before + 1);
      }
    }
  }

  @Test
  void shouldAskEveryCallerOfRestForAKey() throws Exception {
    String viewer = ManifestEnvironment.restKey("viewer-key");
    assertThat(stack.status("GET", "/api/runs", null)).isEqualTo(401);
    assertThat(stack.status("GET", "/api/runs", "a-key-that-nobody-has")).isEqualTo(401);
    assertThat(stack.status("GET", "/api/runs", viewer)).isEqualTo(200);
    assertThat(stack.status("POST", "/api/runs", viewer)).isEqualTo(403);
    assertThat(stack.status("GET", "/q/metrics", null)).isEqualTo(200);
  }

  @Test
  void shouldRefuseWhoHasNoName() {
    // Given
    Map<String, Object> nobody =
        Map.of(
            "bootstrap.servers",
            stack.broker().address(),
            "default.api.timeout.ms",
            3000,
            "request.timeout.ms",
            2000);

    // When, Then
    try (Admin admin = Admin.create(nobody)) {
      assertThatThrownBy(() -> admin.listTopics().names().get())
          .hasCauseInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void shouldRefuseAWrongPassword() {
    // Given
    Map<String, Object> impostor = new HashMap<>(stack.broker().client("kafka-evaluator"));
    impostor.put(
        "sasl.jaas.config",
        SecuredBroker.login("kafka-evaluator").replace("-password\"", "-guess\""));

    // When, Then
    try (Admin admin = Admin.create(impostor)) {
      assertThatThrownBy(() -> admin.listTopics().names().get())
          .hasCauseInstanceOf(SaslAuthenticationException.class);
    }
  }

  @Test
  void shouldKeepAServiceFromTopicsThatAreNotItsOwn() {
    // Given
    Map<String, Object> evaluator = new HashMap<>(stack.broker().client("kafka-evaluator"));
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(evaluator, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {

      // When
      consumer.assign(List.of(new TopicPartition("dlpo.run.requested.v1", 0)));
      consumer.seek(new TopicPartition("dlpo.run.requested.v1", 0), 0);

      // Then
      assertThatThrownBy(() -> consumer.poll(PATIENCE))
          .isInstanceOf(TopicAuthorizationException.class);
    }
  }

  @Test
  void shouldKeepTheDatabaseToThoseWithTls() {
    assertThatThrownBy(() -> stack.database().connect("dlpo_evaluator", false).close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("no encryption");
  }

  @Test
  void shouldKeepAServiceFromSchemasThatAreNotItsOwn() throws SQLException {
    try (Connection connection = stack.database().connect("dlpo_evaluator", true);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("select * from optimizer.run"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied for schema optimizer");
    }
  }

  /** A small run; its id. */
  private static String finishedRun() throws Exception {
    JsonNode dataset =
        MAPPER.readTree(
            stack.post(
                "/api/datasets?name=object-counting",
                "application/octet-stream",
                BodyPublishers.ofFile(Path.of("../examples/object-counting.jsonl"))));
    String spec =
        """
        name: secured
        prompt: You will answer a reasoning question.
        dataset: {id: %s, split: {train: 30, validation: 20, test: 30, seed: 7}}
        metric: {type: number}
        optimizer: {batchSize: 4, steps: 2}
        seed: 42
        """
            .formatted(dataset.path("id").asText());
    String accepted = stack.post("/api/runs", "application/yaml", BodyPublishers.ofString(spec));
    String run = MAPPER.readTree(accepted).path("runId").asText();
    assertThat(run).as(accepted).isNotEmpty();
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(MAPPER.readTree(stack.get("/api/runs/" + run)).path("status").asText())
                    .isEqualTo("FINISHED"));
    return run;
  }

  private static void publish(String topic, String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            stack.broker().client("admin"), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, "key", value)).get();
    }
  }

  /** Dead-letter topics with records, and how many. */
  private static Map<String, Long> deadLetters() throws Exception {
    Map<TopicPartition, OffsetSpec> ends =
        Overlays.PROJECT.topics().all().stream()
            .filter(topic -> topic.name().endsWith(".dlq"))
            .collect(
                Collectors.toMap(
                    topic -> new TopicPartition(topic.name(), 0), topic -> OffsetSpec.latest()));
    try (Admin admin = stack.broker().admin()) {
      return admin.listOffsets(ends).all().get().entrySet().stream()
          .filter(end -> end.getValue().offset() > 0)
          .collect(Collectors.toMap(end -> end.getKey().topic(), end -> end.getValue().offset()));
    }
  }
}
