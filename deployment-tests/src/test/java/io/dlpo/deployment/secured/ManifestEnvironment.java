package io.dlpo.deployment.secured;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.deployment.manifest.Manifests;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the manifests tell a service, with addresses, files and secrets of this machine in the place
 * of the cluster's.
 *
 * @param manifests the overlay
 * @param places texts of the cluster and what stands for them here
 * @param models settings of the simulator
 */
record ManifestEnvironment(
    Manifests manifests, Map<String, String> places, Map<String, String> models) {

  /** The environment of a service's container, to listen at a port of the loopback interface. */
  Map<String, String> of(String service, int port) {
    JsonNode container =
        manifests.get("Deployment", service).at("/spec/template/spec/containers/0");
    Map<String, String> environment = new TreeMap<>();
    container
        .path("envFrom")
        .valueStream()
        .map(source -> manifests.get("ConfigMap", source.at("/configMapRef/name").asText()))
        .flatMap(configMap -> configMap.at("/data").propertyStream())
        .forEach(entry -> environment.put(entry.getKey(), placed(entry.getValue().asText())));
    container
        .path("env")
        .valueStream()
        .forEach(entry -> environment.put(entry.path("name").asText(), value(entry)));
    environment.putAll(models);
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    return environment;
  }

  private String value(JsonNode entry) {
    JsonNode secret = entry.at("/valueFrom/secretKeyRef");
    if (entry.has("value")) {
      return placed(entry.path("value").asText());
    }
    return secret.isMissingNode()
        ? ""
        : secret(secret.path("name").asText(), secret.path("key").asText());
  }

  /** What operators put into the secrets that the overlay leads to. */
  private String secret(String name, String key) {
    return switch (key) {
      case "sasl.jaas.config" -> SecuredBroker.login(name);
      case "username" -> role(name);
      case "password" -> SecuredDatabase.password(role(name));
      case "OPENAI_API_KEY" -> "none";
      case "operator-key", "viewer-key" -> restKey(key);
      default -> throw new IllegalArgumentException("nobody makes the secret " + name + "#" + key);
    };
  }

  /** The key of REST that is kept under a name. */
  static String restKey(String name) {
    return name + "-of-this-test";
  }

  private String role(String secret) {
    return manifests
        .get("ExternalSecret", secret)
        .at("/spec/target/template/data/username")
        .asText();
  }

  private String placed(String text) {
    String here = text;
    for (Map.Entry<String, String> place : places.entrySet()) {
      here = here.replace(place.getKey(), place.getValue());
    }
    return here;
  }
}
