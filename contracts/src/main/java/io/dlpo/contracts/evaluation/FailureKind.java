package io.dlpo.contracts.evaluation;

/**
 * Why there is no usable reply. A failure does not count as a wrong answer, unless the run
 * tolerates it and the example itself may be the cause.
 */
public enum FailureKind {
  /** 401 or 403: the key is wrong, missing or not allowed. Not retried. */
  UNAUTHORIZED,
  /** 404: the endpoint does not have the model. Not retried. */
  MODEL_NOT_FOUND,
  /** Another 4xx, or a refusal of the model: the request is refused. Not retried. */
  REFUSED,
  /** 429 until the retries were exhausted, or the quota or the balance is used up. */
  RATE_LIMITED,
  /** No reply within the timeout, in all attempts. */
  TIMEOUT,
  /** 5xx, 409 or 425 in all attempts. */
  SERVER_ERROR,
  /** The endpoint is unreachable. */
  UNREACHABLE,
  /** The reply is empty, withheld by a content filter, or cannot be parsed. */
  UNREADABLE,
  /** The prediction did not arrive before the evaluation's deadline. */
  MISSING,
  /** The call was not made because the run was paused or cancelled first. */
  NOT_ASKED;

  /** Whether one example alone may cause it, for example because its text is filtered. */
  public boolean isOfExample() {
    return this == REFUSED || this == UNREADABLE;
  }
}
