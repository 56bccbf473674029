package io.dlpo.contracts.evaluation;

/** Why there is no usable reply. A failure never counts as a wrong answer. */
public enum FailureKind {
  /** 401 or 403: the key is wrong, missing or not allowed. Not retried. */
  UNAUTHORIZED,
  /** 404: the endpoint does not have the model. Not retried. */
  MODEL_NOT_FOUND,
  /** Another 4xx: the endpoint refuses the request. Not retried. */
  REFUSED,
  /** 429 until the retries were exhausted. */
  RATE_LIMITED,
  /** No reply within the timeout, in all attempts. */
  TIMEOUT,
  /** 5xx in all attempts. */
  SERVER_ERROR,
  /** The endpoint is unreachable. */
  UNREACHABLE,
  /** The reply is empty or cannot be parsed. */
  UNREADABLE,
  /** The prediction did not arrive before the evaluation's deadline. */
  MISSING,
  /** The call was not made because the run was paused or cancelled first. */
  NOT_ASKED
}
