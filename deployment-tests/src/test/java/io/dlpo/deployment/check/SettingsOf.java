package io.dlpo.deployment.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.manifest.Pod;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The environment of a container, as far as its values are written in manifests. */
final class SettingsOf {

  private SettingsOf() {}

  /** Names and values; the value is empty where a reference brings it. */
  static Map<String, String> container(JsonNode container, Manifests manifests) {
    Map<String, String> settings = new TreeMap<>();
    container
        .path("envFrom")
        .valueStream()
        .map(source -> source.at("/configMapRef/name").asText())
        .flatMap(name -> manifests.find("ConfigMap", name).stream())
        .flatMap(configMap -> configMap.at("/data").propertyStream())
        .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
    container
        .path("env")
        .valueStream()
        .forEach(entry -> settings.put(entry.path("name").asText(), entry.path("value").asText()));
    return settings;
  }

  /** All containers of all pods. */
  static Stream<JsonNode> containers(Manifests manifests) {
    return manifests.pods().flatMap(Pod::containers);
  }
}
