package io.dlpo.studies.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.core.run.RunSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The default assumptions, packaged with the service. */
final class AssumptionFile {

  private static final String NAME = "/estimate/assumptions.yaml";
  private static final String ANY = "any model";
  private static final ObjectMapper YAML = new YAMLMapper();

  private AssumptionFile() {}

  /**
   * The assumptions for a run's models. A section of the file applies to models whose names start
   * with the section's name; the last matching section takes precedence.
   */
  static Assumptions of(RunSettings settings) {
    Map<Assumption, AssumedValue> all = new EnumMap<>(Assumption.class);
    for (Map.Entry<String, JsonNode> section : tree().properties()) {
      for (Assumption assumption : Assumption.values()) {
        JsonNode value = section.getValue().path(assumption.key());
        if (value.isNumber() && isFor(section.getKey(), assumption, settings)) {
          all.put(
              assumption, new AssumedValue(value.doubleValue(), "default of " + section.getKey()));
        }
      }
    }
    return new Assumptions(all);
  }

  private static boolean isFor(String section, Assumption assumption, RunSettings settings) {
    return section.equals(ANY)
        || assumption
            .role()
            .engine(settings)
            .map(Engine::model)
            .filter(model -> model.startsWith(section))
            .isPresent();
  }

  private static JsonNode tree() {
    try (InputStream file = AssumptionFile.class.getResourceAsStream(NAME)) {
      return YAML.readTree(Objects.requireNonNull(file, NAME + " is not packaged"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
