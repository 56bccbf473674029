package io.dlpo.core.adaptive;

import io.dlpo.core.technique.TechniqueSettings;
import java.util.Objects;

/**
 * A set of techniques that the bandit can choose for a step.
 *
 * @param name name in events and reports
 * @param techniques techniques that shape the update of the step
 */
public record Arm(String name, TechniqueSettings techniques) {

  public Arm {
    if (name.isBlank()) {
      throw new IllegalArgumentException("Arm.name is blank; must be a name");
    }
    Objects.requireNonNull(techniques, "Arm.techniques is missing");
  }
}
