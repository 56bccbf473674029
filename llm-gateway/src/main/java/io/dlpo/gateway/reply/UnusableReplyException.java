package io.dlpo.gateway.reply;

import io.dlpo.contracts.evaluation.FailureKind;

/** The endpoint replied with status 200, but not with an answer. */
public final class UnusableReplyException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final FailureKind kind;
  private final boolean retriable;

  /**
   * @param message what the model or its endpoint did, as the end of a sentence about it
   * @param retriable whether another attempt may get an answer
   */
  UnusableReplyException(FailureKind kind, String message, boolean retriable) {
    super(message);
    this.kind = kind;
    this.retriable = retriable;
  }

  /** The kind of failure if there is no further attempt. */
  public FailureKind kind() {
    return kind;
  }

  /** Whether another attempt may get an answer. */
  public boolean isRetriable() {
    return retriable;
  }
}
