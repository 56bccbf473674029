package io.dlpo.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies one evaluation of a prompt on a list of examples; derived from everything that is
 * evaluated.
 */
public record EvaluationId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public EvaluationId {
    Identifiers.requireName("EvaluationId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
