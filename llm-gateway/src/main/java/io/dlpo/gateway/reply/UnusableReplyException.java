package io.dlpo.gateway.reply;

import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.Tokens;

/** The endpoint replied with status 200, but not with an answer. */
public final class UnusableReplyException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final FailureKind kind;
  private final boolean retriable;
  private final transient Tokens used;

  /**
   * @param message what the model or its endpoint did, as the end of a sentence about it
   * @param retriable whether another attempt may get an answer
   */
  UnusableReplyException(FailureKind kind, String message, boolean retriable) {
    this(kind, message, retriable, Tokens.NONE);
  }

  private UnusableReplyException(FailureKind kind, String message, boolean retriable, Tokens used) {
    super(message);
    this.kind = kind;
    this.retriable = retriable;
    this.used = used;
  }

  /** The same exception for a reply that has used tokens. */
  UnusableReplyException using(Tokens tokens) {
    return new UnusableReplyException(kind, String.valueOf(getMessage()), retriable, tokens);
  }

  /** Tokens that the endpoint reports for the reply. */
  public Tokens used() {
    return used;
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
