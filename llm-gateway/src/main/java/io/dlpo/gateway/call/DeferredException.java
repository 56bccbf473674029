package io.dlpo.gateway.call;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;

/** A response that asks for no calls for a time ({@code Retry-After}). */
final class DeferredException extends HttpException {

  private static final long serialVersionUID = 1;

  private final Duration retryAfter;

  DeferredException(int status, String body, Duration retryAfter) {
    super(status, body);
    this.retryAfter = retryAfter;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
