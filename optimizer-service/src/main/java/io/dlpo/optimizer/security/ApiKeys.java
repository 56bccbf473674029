package io.dlpo.optimizer.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The accepted API keys. Only their digests are kept. */
final class ApiKeys {

  private static final int SHORTEST = 16;

  private final Map<Role, byte[]> digests = new EnumMap<>(Role.class);

  /**
   * @throws IllegalArgumentException if a key is too short or both keys are equal; the message does
   *     not contain the keys
   */
  ApiKeys(Optional<String> viewer, Optional<String> operator) {
    viewer.ifPresent(key -> take(Role.VIEWER, key));
    operator.ifPresent(key -> take(Role.OPERATOR, key));
    if (viewer.isPresent() && viewer.equals(operator)) {
      throw new IllegalArgumentException(
          "dlpo.security.viewer-key and dlpo.security.operator-key are the same; must be two"
              + " different keys, or set only one of them");
    }
  }

  private void take(Role role, String key) {
    if (key.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "dlpo.security.%s-key has %d characters; must have %d or more; create a key with: openssl rand -hex 24"
              .formatted(role.label(), key.length(), SHORTEST));
    }
    digests.put(role, digest(key));
  }

  boolean isEmpty() {
    return digests.isEmpty();
  }

  /** Returns the role of a key, or empty if the key is unknown. Takes constant time. */
  Optional<Role> roleOf(String key) {
    byte[] digest = digest(key);
    Optional<Role> found = Optional.empty();
    for (Map.Entry<Role, byte[]> known : digests.entrySet()) {
      if (MessageDigest.isEqual(known.getValue(), digest)) {
        found = Optional.of(known.getKey());
      }
    }
    return found;
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
