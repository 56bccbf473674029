package io.dlpo.optimizer.security;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The host names that requests to an open API may use. This protects against DNS rebinding: a
 * foreign page whose name resolves to the loopback address has the same origin as this service, and
 * only its host name gives it away.
 *
 * @param names in lower case, without ports; empty to accept any name
 */
record HostNames(Set<String> names) {

  /** Accepts any host name. */
  static final HostNames ANY = new HostNames(Set.of());

  /** The host names of the loopback interface. */
  static final HostNames LOOPBACK = new HostNames(Set.of("localhost", "127.0.0.1", "[::1]", "::1"));

  HostNames {
    names = names.stream().map(HostNames::inLowerCase).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a {@code Host} header, with or without a port, has an accepted name. */
  boolean allow(@Nullable String header) {
    return names.isEmpty()
        || (header != null && contain(inLowerCase(header).replaceFirst(":[0-9]+$", "")));
  }

  /** Whether a name without a port is in the set. */
  boolean contain(String name) {
    return names.contains(inLowerCase(name));
  }

  @Override
  public String toString() {
    return String.join(", ", new TreeSet<>(names));
  }

  private static String inLowerCase(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
