package io.dlpo.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one version of a promoted prompt, such as {@code production}; can move to another one. */
public record PromptLabel(@JsonValue String value) implements Comparable<PromptLabel> {

  /** The label that is read if a reader names neither a label nor a version. */
  public static final PromptLabel PRODUCTION = new PromptLabel("production");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PromptLabel {
    Identifiers.requireName("PromptLabel", value);
  }

  @Override
  public int compareTo(PromptLabel other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
