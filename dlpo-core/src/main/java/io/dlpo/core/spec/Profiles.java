package io.dlpo.core.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The profiles: sets of techniques that a spec can start from. */
final class Profiles {

  /** The profile that chooses a set of techniques in each step. */
  static final String ADAPTIVE = "adaptive";

  private static final String FILE = "/profiles.yaml";
  private static final List<String> TECHNIQUES =
      List.of("learningRate", "dropout", "momentum", "contrast", "regularization", "annealing");
  private static final JsonNode ALL = read();

  private Profiles() {}

  /** All profiles by name. */
  static JsonNode all() {
    return ALL;
  }

  /**
   * Merges a section {@code optimizer} with its profile. In the result, a technique is either an
   * object with settings, or missing and off.
   *
   * @param optimizer with the key {@code profile}
   */
  static void layUnder(ObjectNode optimizer) {
    JsonNode profile = ALL.path(optimizer.path("profile").textValue());
    for (String technique : TECHNIQUES) {
      JsonNode ofProfile = profile.path(technique);
      JsonNode settings = optimizer.path(technique);
      if (isOff(settings.isMissingNode() ? ofProfile : settings)) {
        optimizer.remove(technique);
      } else {
        optimizer.set(technique, object(ofProfile).setAll(object(settings)));
      }
    }
  }

  private static boolean isOff(JsonNode technique) {
    return technique.isMissingNode()
        || (technique.isBoolean() && !technique.booleanValue())
        || !technique.path("enabled").asBoolean(true);
  }

  private static ObjectNode object(JsonNode technique) {
    return technique instanceof ObjectNode settings
        ? settings.deepCopy()
        : JsonNodeFactory.instance.objectNode();
  }

  private static JsonNode read() {
    try (InputStream file = Profiles.class.getResourceAsStream(FILE)) {
      return new YAMLMapper().readTree(Objects.requireNonNull(file, FILE + " is not packaged"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
