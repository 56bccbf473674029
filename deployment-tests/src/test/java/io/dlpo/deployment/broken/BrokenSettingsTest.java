package io.dlpo.deployment.broken;

import static io.dlpo.deployment.broken.Breakage.CONTAINER;
import static io.dlpo.deployment.broken.Breakage.put;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Images that nobody builds, variables that nobody reads and secrets in the open are found. */
class BrokenSettingsTest {

  static List<Breakage> breakages() {
    return List.of(
        Breakage.of(
            "dev",
            "Deployment",
            "optimizer",
            put(CONTAINER, "image", "dlpo/optimizer:0.1.0-SNAPSHOT"),
            "runs dlpo/optimizer:0.1.0-SNAPSHOT, which nobody builds"),
        Breakage.of(
            "dev",
            "Deployment",
            "optimizer",
            put(CONTAINER, "image", "dlpo/optimizer-service:latest"),
            "runs dlpo/optimizer-service:latest, which nobody builds"),
        Breakage.of(
            "dev",
            "StatefulSet",
            "kafka",
            put(CONTAINER, "image", "apache/kafka:3.9.0"),
            "runs apache/kafka:3.9.0, which nobody builds"),
        Breakage.of(
            "dev",
            "Deployment",
            "optimizer",
            put("/spec/template/metadata/labels", "app.kubernetes.io/version", "9"),
            "is labelled with another version"),
        setting("is given KAFKA_BOOTSTRAP_SERVER, which", "KAFKA_BOOTSTRAP_SERVER", "kafka:9092"),
        setting("is given KAFKA_SECURITY_PROTOCOLS, which", "KAFKA_SECURITY_PROTOCOLS", "SSL"),
        setting(
            "is given DLPO_FORWARD_ENGINE_CONCURENCY, which",
            "DLPO_FORWARD_ENGINE_CONCURENCY",
            "9"),
        setting(
            "is sent to broker:9092, where nothing is", "KAFKA_BOOTSTRAP_SERVERS", "broker:9092"),
        setting("is sent to kafka:9093, where nothing is", "KAFKA_BOOTSTRAP_SERVERS", "kafka:9093"),
        setting(
            "is sent to database:5432, where nothing is",
            "DATABASE_URL",
            "jdbc:postgresql://database:5432/dlpo"),
        setting("is not told DATABASE_URL", "DATABASE_URL", ""),
        setting("writes DATABASE_PASSWORD where everybody", "DATABASE_PASSWORD", "dlpo"),
        setting("writes OPENAI_API_KEY_FILE where everybody", "OPENAI_API_KEY_FILE", "sk-key"),
        setting(
            "writes DATABASE_URL where everybody",
            "DATABASE_URL",
            "jdbc:postgresql://postgres:5432/dlpo?user=dlpo&password=dlpo"),
        setting("writes DLPO_SECURITY_VIEWER_KEY where everybody", "DLPO_SECURITY_VIEWER_KEY", "k"),
        Breakage.of(
            "production",
            "Deployment",
            "optimizer",
            json -> operatorKey(json).put("name", "DLPO_SECURITY_VIEWER_KEY"),
            "Deployment/optimizer leaves REST open"),
        Breakage.of(
            "production",
            "Deployment",
            "optimizer",
            json -> variable(json, "DLPO_SECURITY_REQUIRED").put("value", "false"),
            "Deployment/optimizer leaves REST open if a key in the secret is empty"),
        Breakage.of(
            "dev",
            "Deployment",
            "optimizer",
            json -> variable(json, "DLPO_SECURITY_HOSTS").put("name", "DLPO_OIDC_CLIENT"),
            "Deployment/optimizer takes requests to any host name while REST is open"),
        Breakage.of(
            "keda",
            "Deployment",
            "optimizer",
            json -> put("/valueFrom/secretKeyRef", "optional", true).to(operatorKey(json)),
            "Deployment/optimizer leaves REST open"),
        Breakage.with(
            "production",
            "{apiVersion: v1, kind: Secret, metadata: {name: models}}",
            "Secret/models is written in the manifests"));
  }

  @ParameterizedTest
  @MethodSource("breakages")
  void shouldBeFound(Breakage breakage) {
    breakage.mustBeFound();
  }

  private static ObjectNode operatorKey(ObjectNode optimizer) {
    return variable(optimizer, "DLPO_SECURITY_OPERATOR_KEY");
  }

  private static ObjectNode variable(ObjectNode optimizer, String name) {
    return (ObjectNode)
        optimizer
            .at(CONTAINER + "/env")
            .valueStream()
            .filter(entry -> entry.path("name").asText().equals(name))
            .findFirst()
            .orElseThrow();
  }

  /** Gives all services a variable. */
  private static Breakage setting(String complaint, String name, String value) {
    return Breakage.setting("dev", name, value, complaint);
  }
}
