package io.dlpo.optimizer.security;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of the loopback interface. */
final class LocalHosts {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private LocalHosts() {}

  static boolean contains(String host) {
    return NAMES.contains(host.toLowerCase(Locale.ROOT));
  }

  /** Whether a header {@code Host}, with a port or without, names the loopback interface. */
  static boolean isNamedBy(@Nullable String header) {
    return header != null && contains(header.replaceFirst(":[0-9]+$", ""));
  }
}
