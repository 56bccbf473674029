package io.dlpo.deployment.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses documents without what their kind demands. */
final class Required {

  private Required() {}

  /**
   * The value, which must be there.
   *
   * @throws IllegalArgumentException naming the field that is missing
   */
  static <T> T field(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("the required field '" + name + "' is missing");
    }
    return value;
  }

  /** The value, which must be one of some; absent is allowed. */
  static @Nullable String oneOf(@Nullable String value, String name, String... allowed) {
    if (value != null && !List.of(allowed).contains(value)) {
      throw new IllegalArgumentException(
          name + " is '" + value + "'; must be one of " + String.join(", ", allowed));
    }
    return value;
  }

  /** A list, which must not be longer than its kind allows. */
  static void atMost(List<?> list, String name, int most) {
    if (list.size() > most) {
      throw new IllegalArgumentException(
          name + " has " + list.size() + " entries; at most " + most + " are allowed");
    }
  }
}
