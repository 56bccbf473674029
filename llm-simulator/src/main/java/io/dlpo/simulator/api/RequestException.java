package io.dlpo.simulator.api;

import org.jspecify.annotations.Nullable;

/** A refused request, with OpenAI's error fields. */
final class RequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final @Nullable String param;

  /**
   * @param param the parameter that is wrong; null if none is
   */
  RequestException(int status, String code, @Nullable String param, String message) {
    super(message);
    this.status = status;
    this.code = code;
    this.param = param;
  }

  /** An invalid value. */
  static RequestException invalid(String param, Object value, String allowed) {
    return new RequestException(
        400, "invalid_value", param, param + " is " + value + "; must be " + allowed);
  }

  /** A required parameter is missing. */
  static RequestException missing(String param) {
    return new RequestException(
        400, "missing_required_parameter", param, param + " is missing or empty");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  @Nullable String param() {
    return param;
  }
}
