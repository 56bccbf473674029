package io.dlpo.core.spec;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds secrets in a URL. The URL is part of every event of a run, so it must not contain any. */
final class SecretParameter {

  static final String ALLOWED =
      "an address without secrets, since it is part of every event; let the scorer know its"
          + " callers by their network, or put a proxy that adds the secret before it";

  private static final Pattern NAME =
      Pattern.compile(
          "(.*[-_.])?(api[-_]?key|key|token|secret|password|passwd|pwd|auth|authorization"
              + "|signature|sig|credential|credentials|accesskey|accesstoken)([-_.].*)?");

  private SecretParameter() {}

  /** The name of the first query parameter that looks like a secret. */
  static Optional<String> in(URI address) {
    String query = address.getQuery();
    return query == null
        ? Optional.empty()
        : Arrays.stream(query.split("&"))
            .map(parameter -> parameter.split("=", 2)[0])
            .filter(name -> NAME.matcher(name.toLowerCase(Locale.ROOT)).matches())
            .findFirst();
  }
}
