package io.dlpo.deployment.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One rendered document. */
public record Manifest(ObjectNode json) {

  public String apiVersion() {
    return json.path("apiVersion").asText();
  }

  public String kind() {
    return json.path("kind").asText();
  }

  public String name() {
    return json.at("/metadata/name").asText();
  }

  /** Where it is; empty where it says nothing. */
  public String namespace() {
    return json.at("/metadata/namespace").asText();
  }

  /** How messages name it: {@code Deployment/optimizer}. */
  public String id() {
    return kind() + "/" + name();
  }

  public JsonNode labels() {
    return json.at("/metadata/labels");
  }

  /** The node at a JSON pointer; missing if there is none. */
  public JsonNode at(String pointer) {
    return json.at(pointer);
  }
}
