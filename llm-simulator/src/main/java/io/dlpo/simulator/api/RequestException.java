package io.dlpo.simulator.api;

import org.jspecify.annotations.Nullable;

/** A request that is refused, in OpenAI's terms. */
final class RequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final @Nullable String param;

  /**
   * @param param the part of the request that is wrong; null if none is
   */
  RequestException(int status, String code, @Nullable String param, String message) {
    super(message);
    this.status = status;
    this.code = code;
    this.param = param;
  }

  /** A value that is not allowed. */
  static RequestException invalid(String param, Object value, String allowed) {
    return new RequestException(
        400, "invalid_value", param, param + " is " + value + "; allowed is " + allowed);
  }

  /** A part that every request must have. */
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
