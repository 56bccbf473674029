package io.dlpo.cli.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The API key or token for a secured optimizer. */
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

  /** From {@code DLPO_API_KEY} and {@code DLPO_TOKEN}; each is optional. */
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
   * Why a response refuses the caller; empty if it does not.
   *
   * @param withoutReason whether the response gives no reason itself
   */
  static Optional<String> refusal(int status, boolean withoutReason) {
    if (status == UNAUTHORIZED) {
      return Optional.of(
          "requires valid credentials; set %s to an API key, or %s to a token that has not expired"
              .formatted(KEY, TOKEN));
    }
    return status == FORBIDDEN && withoutReason
        ? Optional.of("refuses this request; it requires the role operator")
        : Optional.empty();
  }
}
