package io.dlpo.optimizer.runlog;

/** A run cannot be rebuilt from its events. The message tells the user why. */
public final class UnreadableLogException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableLogException(String message) {
    super(message);
  }
}
