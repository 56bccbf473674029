package io.dlpo.deployment.broken;

import static io.dlpo.deployment.broken.Breakage.CONTAINER;
import static io.dlpo.deployment.broken.Breakage.put;
import static io.dlpo.deployment.broken.Breakage.remove;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ways to a broker and a database elsewhere that lead nowhere, or are open, are found. */
class BrokenExternalTest {

  static List<Breakage> breakages() {
    return List.of(
        Breakage.without(
            "external",
            "NetworkPolicy",
            "kafka-clients",
            "Deployment/evaluator cannot reach its broker"),
        Breakage.of(
            "external",
            "NetworkPolicy",
            "kafka-clients",
            put("/spec/egress/0/ports/0", "port", 9094),
            "Deployment/evaluator cannot reach its broker"),
        Breakage.without(
            "external",
            "NetworkPolicy",
            "database-clients",
            "Deployment/evaluator cannot reach its database"),
        Breakage.without(
            "external",
            "NetworkPolicy",
            "models",
            "Deployment/evaluator calls a model, and no policy lets it out"),
        Breakage.setting(
            "external",
            "KAFKA_BOOTSTRAP_SERVERS",
            "kafka.example.com:9092",
            "cannot reach its broker"),
        Breakage.setting(
            "external",
            "KAFKA_SECURITY_PROTOCOL",
            "SASL_PLAINTEXT",
            "does not talk TLS to the broker"),
        Breakage.without(
            "external",
            "ExternalSecret",
            "kafka-evaluator",
            "refers to the secret kafka-evaluator#sasl.jaas.config"),
        Breakage.without(
            "external", "ExternalSecret", "postgres-ca", "refers to the secret postgres-ca#ca.crt"),
        Breakage.of(
            "external",
            "ExternalSecret",
            "kafka-evaluator",
            put("/spec/target/template/data", "sasl.jaas.config", "username=\"kafka-optimizer\""),
            "ExternalSecret/kafka-evaluator is the login of another than kafka-evaluator"),
        Breakage.of(
            "external",
            "Deployment",
            "optimizer",
            remove(CONTAINER, "env"),
            "Deployment/optimizer leaves REST open"));
  }

  @ParameterizedTest
  @MethodSource("breakages")
  void shouldBeFound(Breakage breakage) {
    breakage.mustBeFound();
  }
}
