package io.dlpo.cli.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the command line shows an optimizer that asks who is calling: a key or a token. */
final class ApiCredentials {

  private static final String KEY = "DLPO_API_KEY";
  private static final String TOKEN = "DLPO_TOKEN";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final Map<String, String> headers;

  private ApiCredentials(Map<String, String> headers) {
    this.headers = headers;
  }

  static ApiCredentials ofEnvironment() {
    return of(System.getenv());
  }

  /** From {@code DLPO_API_KEY} and {@code DLPO_TOKEN}, each if it is set. */
  static ApiCredentials of(Map<String, String> environment) {
    Map<String, String> headers = new HashMap<>();
    value(environment, KEY).ifPresent(key -> headers.put("X-API-Key", key));
    value(environment, TOKEN).ifPresent(token -> headers.put("Authorization", "Bearer " + token));
    return new ApiCredentials(headers);
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  Map<String, String> headers() {
    return headers;
  }

  /**
   * What an answer says of the caller's rights; empty if it is of something else.
   *
   * @param bare whether the answer gives no reason of its own
   */
  static Optional<String> refusal(int status, boolean bare) {
    if (status == UNAUTHORIZED) {
      return Optional.of(
          "does not know you; set %s to an API key, or %s to a token that has not expired"
              .formatted(KEY, TOKEN));
    }
    return status == FORBIDDEN && bare
        ? Optional.of("knows you, but your role does not allow this; it takes the role operator")
        : Optional.empty();
  }
}
