package io.dlpo.deployment.broken;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.deployment.Overlays;
import io.dlpo.deployment.check.Check;
import io.dlpo.deployment.manifest.Kustomize;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A manifest broken on purpose.
 *
 * @param overlay that it is broken in
 * @param complaint that must be heard
 * @param harm what is done to a copy of the overlay
 */
record Breakage(String overlay, String complaint, UnaryOperator<Manifests> harm) {

  static final String POD = "/spec/template/spec";
  static final String CONTAINER = POD + "/containers/0";

  /** Harm that is done to one document. */
  static Breakage of(String overlay, String kind, String name, Harm harm, String complaint) {
    return new Breakage(
        overlay,
        complaint,
        manifests -> {
          harm.to(manifests.get(kind, name).json());
          return manifests;
        });
  }

  /** A document that is taken away. */
  static Breakage without(String overlay, String kind, String name, String complaint) {
    return new Breakage(overlay, complaint, manifests -> manifests.without(kind, name));
  }

  /** A document too many. */
  static Breakage with(String overlay, String yaml, String complaint) {
    return new Breakage(
        overlay, complaint, manifests -> manifests.with(Kustomize.parse(yaml).all().get(0).json()));
  }

  /** A variable that all services are given. */
  static Breakage setting(String overlay, String name, String value, String complaint) {
    return new Breakage(
        overlay,
        complaint,
        manifests -> {
          manifests
              .ofKind("ConfigMap")
              .filter(map -> map.name().startsWith("dlpo-settings"))
              .map(Manifest::json)
              .forEach(put("/data", name, value)::to);
          return manifests;
        });
  }

  /** Does the harm, and holds the checks to the complaint. */
  void mustBeFound() {
    // Given
    Manifests whole = Overlays.render(overlay);
    assertThat(Check.all(whole, Overlays.PROJECT))
        .noneMatch(problem -> problem.contains(complaint));

    // When
    List<String> problems = Check.all(harm.apply(whole.copy()), Overlays.PROJECT);

    // Then
    assertThat(problems).anyMatch(problem -> problem.contains(complaint));
  }

  @Override
  public String toString() {
    return overlay + ": " + complaint;
  }

  /** Sets a field of the object at a pointer. */
  static Harm put(String parent, String field, Object value) {
    return json -> object(json, parent).set(field, node(value));
  }

  /** Takes a field from the object at a pointer. */
  static Harm remove(String parent, String field) {
    return json -> object(json, parent).remove(field);
  }

  /** Sets a variable of the first container. */
  static Harm variable(String name, String value) {
    return json -> {
      ArrayNode variables = object(json, CONTAINER).withArray("env");
      variables.removeIf(entry -> entry.path("name").asText().equals(name));
      variables.addObject().put("name", name).put("value", value);
    };
  }

  private static ObjectNode object(ObjectNode json, String pointer) {
    return (ObjectNode) json.at(pointer);
  }

  private static JsonNode node(Object value) {
    String quote = value instanceof String ? "'" : "";
    return Kustomize.parse("value: " + quote + value + quote).all().get(0).at("/value");
  }

  /** Something that is done to a document. */
  interface Harm {
    void to(ObjectNode document);
  }
}
