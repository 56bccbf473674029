package io.dlpo.optimizer.runlog;

/** A run cannot be rebuilt from its events; the message says why, for the user. */
public final class UnreadableLogException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableLogException(String message) {
    super(message);
  }
}
