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

  /** The profile whose settings a budget of calls chooses. */
  static final String BEST_PRACTICE = "best-practice";

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
   * Merges the section {@code optimizer} of a spec with its profile. In the result, a technique is
   * either an object with settings, or missing and off.
   *
   * @param spec its optimizer has the key {@code profile}
   */
  static void layUnder(ObjectNode spec) {
    ObjectNode optimizer = spec.withObjectProperty("optimizer");
    JsonNode profile = ALL.path(optimizer.path("profile").textValue());
    if (BudgetedProfile.appliesTo(spec)) {
      profile = BudgetedProfile.of(spec).over(profile, optimizer);
      layOthersUnder(optimizer, profile);
    }
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

  /** Merges what is no technique: the spec's own value wins, and objects are merged by key. */
  private static void layOthersUnder(ObjectNode optimizer, JsonNode profile) {
    for (String key : BudgetedProfile.settings()) {
      JsonNode chosen = profile.path(key);
      JsonNode written = optimizer.path(key);
      if (written.isMissingNode() && !chosen.isMissingNode()) {
        optimizer.set(key, chosen);
      } else if (written instanceof ObjectNode some && chosen instanceof ObjectNode all) {
        optimizer.set(key, all.deepCopy().setAll(some));
      }
    }
  }

  /** Whether a technique is switched off; one that is not named is not. */
  static boolean isSwitchedOff(JsonNode technique) {
    return !technique.isMissingNode() && isOff(technique);
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
