package io.dlpo.optimizer.security;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names by which a service that asks for no key may be called. A page whose own name somebody's
 * DNS gives to the loopback address is a page of this service to a browser; only the name tells.
 *
 * @param names in lower case, without ports; none for any name
 */
record HostNames(Set<String> names) {

  /** Whatever the service is called. */
  static final HostNames ANY = new HostNames(Set.of());

  /** The names of the loopback interface. */
  static final HostNames LOOPBACK = new HostNames(Set.of("localhost", "127.0.0.1", "[::1]", "::1"));

  HostNames {
    names = names.stream().map(HostNames::inLowerCase).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a header {@code Host}, with a port or without, has one of the names. */
  boolean allow(@Nullable String header) {
    return names.isEmpty()
        || (header != null && contain(inLowerCase(header).replaceFirst(":[0-9]+$", "")));
  }

  /** Whether it is one of the names, without a port. */
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
