package io.dlpo.contracts.prompt;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who speaks in a message. */
public enum MessageRole {
  SYSTEM,
  USER,
  ASSISTANT;

  /** The roles in words. */
  public static final String ALLOWED = "system, user or assistant";

  /** The role with this name in lower case; empty if there is none. */
  public static Optional<MessageRole> named(String name) {
    return Arrays.stream(values()).filter(role -> role.toString().equals(name)).findFirst();
  }

  /** The name in lower case, as in requests. */
  @Override
  @JsonValue
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
