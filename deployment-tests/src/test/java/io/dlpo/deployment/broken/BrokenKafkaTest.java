package io.dlpo.deployment.broken;

import static io.dlpo.deployment.broken.Breakage.CONTAINER;
import static io.dlpo.deployment.broken.Breakage.put;
import static io.dlpo.deployment.broken.Breakage.remove;
import static io.dlpo.deployment.broken.Breakage.variable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Topics and rights that are not those of the channels are found. */
class BrokenKafkaTest {

  static List<Breakage> breakages() {
    return List.of(
        Breakage.without(
            "production",
            "KafkaTopic",
            "dlpo.run.finished.v1",
            "nothing makes the topic dlpo.run.finished.v1 6 2592000000"),
        Breakage.of(
            "production",
            "KafkaTopic",
            "dlpo.example.requested.v1",
            put("/spec", "partitions", 12),
            "the list does not have the topic dlpo.example.requested.v1 12"),
        Breakage.of(
            "dev",
            "Deployment",
            "optimizer",
            variable("DLPO_EVENTS_CREATE_TOPICS", "false"),
            "nothing makes the topic dlpo.run.finished.v1 6 2592000000"),
        Breakage.of(
            "production",
            "Deployment",
            "optimizer",
            variable("DLPO_EVENTS_CREATE_TOPICS", "true"),
            "a service creates topics, although KafkaTopics manage them"),
        Breakage.of(
            "dev",
            "StatefulSet",
            "kafka",
            variable("KAFKA_LOG_DIRS", "/var/lib/kafka/data"),
            "which the image may cover with an empty volume at /var/lib/kafka/data"),
        Breakage.of(
            "dev",
            "StatefulSet",
            "kafka",
            json ->
                ((ObjectNode) json.at("/spec/volumeClaimTemplates/0/metadata"))
                    .putObject("labels")
                    .put("app.kubernetes.io/version", "1"),
            "StatefulSet/kafka has its version in a claim, which cannot change"),
        Breakage.of(
            "dev",
            "StatefulSet",
            "postgres",
            variable("PGDATA", "/data"),
            "StatefulSet/postgres keeps its data in /data, outside of its claims"),
        Breakage.of(
            "production",
            "Kafka",
            "dlpo-kafka",
            put("/spec/kafka/config", "offsets.retention.minutes", 10080),
            "offsets are kept for PT168H"),
        Breakage.of(
            "production",
            "KafkaUser",
            "kafka-backward-engine",
            json -> rules(json).remove(0),
            "KafkaUser/kafka-backward-engine lacks Read on group dlpo.backward-engine.scores"),
        Breakage.of(
            "production",
            "KafkaUser",
            "kafka-backward-engine",
            json -> rules(json).withArray("/1/operations").add("Write"),
            "has Write on topic dlpo.batch.scored.v1, which it does not need"),
        Breakage.of(
            "production",
            "KafkaUser",
            "kafka-backward-engine",
            put("/spec/authorization/acls/1/resource", "patternType", "prefix"),
            "lacks Read on topic dlpo.batch.scored.v1"),
        Breakage.with(
            "production",
            "{apiVersion: kafka.strimzi.io/v1, kind: KafkaUser,"
                + " metadata: {name: stranger}, spec: {}}",
            "KafkaUser/stranger belongs to nobody"),
        Breakage.of(
            "production+tap",
            "KafkaUser",
            "kafka-tap",
            json -> rules(json).withArray("/1/operations").add("Write"),
            "KafkaUser/kafka-tap has Write on topic dlpo.batch.scored.v1, which it does not need"),
        Breakage.of(
            "production+tap",
            "KafkaUser",
            "kafka-tap",
            put("/spec/authorization/acls/0/resource", "patternType", "literal"),
            "KafkaUser/kafka-tap lacks Read on group prefix:tap-"),
        Breakage.of(
            "production+tap",
            "KafkaUser",
            "kafka-tap",
            put("/spec/authorization/acls/0/resource", "name", "dlpo."),
            "KafkaUser/kafka-tap has Read on group prefix:dlpo."),
        Breakage.of(
            "production",
            "Kafka",
            "dlpo-kafka",
            remove("/spec/kafka", "authorization"),
            "does not ask for rights"),
        Breakage.of(
            "production",
            "Deployment",
            "evaluator",
            json -> login(json).put("name", "kafka-optimizer"),
            "Deployment/evaluator does not come to the broker as kafka-evaluator"));
  }

  @ParameterizedTest
  @MethodSource("breakages")
  void shouldBeFound(Breakage breakage) {
    breakage.mustBeFound();
  }

  private static ArrayNode rules(ObjectNode user) {
    return (ArrayNode) user.at("/spec/authorization/acls");
  }

  private static ObjectNode login(ObjectNode deployment) {
    return deployment
        .at(CONTAINER + "/env")
        .valueStream()
        .filter(entry -> entry.path("name").asText().equals("KAFKA_SASL_JAAS_CONFIG"))
        .map(entry -> (ObjectNode) entry.at("/valueFrom/secretKeyRef"))
        .findFirst()
        .orElseThrow();
  }
}
