package io.dlpo.events.outcome;

/** The database is unreachable. A transient fault. */
public final class OutcomeAccessException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutcomeAccessException(String message, Throwable cause) {
    super(message, cause);
  }
}
