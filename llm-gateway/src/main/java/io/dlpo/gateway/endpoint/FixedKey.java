package io.dlpo.gateway.endpoint;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * A key from the environment, which stays the same until the process ends.
 *
 * @param value the key
 */
public record FixedKey(String value) implements ApiKey {

  /** The client requires a key, also for an endpoint that needs none. */
  static final FixedKey NONE = new FixedKey(EndpointAccess.NO_KEY);

  public FixedKey {
    Objects.requireNonNull(value, "FixedKey.value is missing");
  }

  @Override
  public boolean replaced(String used) {
    return false;
  }

  @Override
  public Stream<String> secrets() {
    return Stream.of(value);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "key from the environment";
  }
}
