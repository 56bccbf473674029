package io.dlpo.gateway.endpoint;

import java.util.regex.Pattern;

/** The address of an endpoint, as a person sets it. */
final class EndpointUrl {

  private static final Pattern SCHEME =
      Pattern.compile("https?://\\S.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern SPACE = Pattern.compile("\\s");
  private static final Pattern USER = Pattern.compile("^.*@", Pattern.DOTALL);

  private EndpointUrl() {}

  /**
   * Checks an address.
   *
   * @param variable the environment variable that holds it
   * @throws IllegalArgumentException if it has no scheme or contains a space
   */
  static void check(String variable, String url) {
    if (!SCHEME.matcher(url).matches()) {
      throw invalid(variable, url, "it must begin with http:// or https://");
    }
    if (SPACE.matcher(url).find()) {
      throw invalid(variable, url, "it must not contain a space");
    }
  }

  private static IllegalArgumentException invalid(String variable, String url, String rule) {
    return new IllegalArgumentException(
        "%s is \"%s\"; %s".formatted(variable, USER.matcher(url).replaceFirst("***@"), rule));
  }
}
