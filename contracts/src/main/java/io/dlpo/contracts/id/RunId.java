package io.dlpo.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an optimization run; chosen by the client or drawn by the optimizer. */
public record RunId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RunId {
    Identifiers.requireName("RunId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
