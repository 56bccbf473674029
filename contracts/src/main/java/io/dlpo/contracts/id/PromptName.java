package io.dlpo.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name under which applications read a promoted prompt. */
public record PromptName(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PromptName {
    Identifiers.requireName("PromptName", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
