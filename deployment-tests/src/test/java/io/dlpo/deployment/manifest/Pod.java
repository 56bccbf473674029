package io.dlpo.deployment.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pod as a workload describes it.
 *
 * @param owner the workload
 * @param template its pod template
 */
public record Pod(Manifest owner, JsonNode template) {

  private static final String OWN_IMAGES = "dlpo/";

  public JsonNode labels() {
    return template.at("/metadata/labels");
  }

  public JsonNode spec() {
    return template.path("spec");
  }

  /** Its containers, those that run first included. */
  public Stream<JsonNode> containers() {
    return Stream.concat(
        spec().path("initContainers").valueStream(), spec().path("containers").valueStream());
  }

  /** The module whose image it runs; none for a foreign image. */
  public Optional<String> module() {
    return containers()
        .map(container -> container.path("image").asText())
        .filter(image -> image.startsWith(OWN_IMAGES))
        .map(image -> image.substring(OWN_IMAGES.length()).replaceFirst(":.*", ""))
        .findFirst();
  }

  /** The number of a container's port, given by number or by name. */
  public Optional<Integer> port(JsonNode port) {
    return containers()
        .flatMap(container -> container.path("ports").valueStream())
        .filter(
            known ->
                known.path("containerPort").asText().equals(port.asText())
                    || known.path("name").asText().equals(port.asText()))
        .map(known -> known.path("containerPort").asInt())
        .findFirst();
  }
}
