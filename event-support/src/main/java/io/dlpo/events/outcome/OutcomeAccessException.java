package io.dlpo.events.outcome;

/** The database did not answer; a transient fault. */
public final class OutcomeAccessException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutcomeAccessException(String message, Throwable cause) {
    super(message, cause);
  }
}
