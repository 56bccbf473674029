package io.dlpo.contracts.evaluation;

/** Why a call gave no usable reply. A failure is never a wrong answer. */
public enum FailureKind {
  /** 401 or 403: the key is wrong, missing or not allowed. Not retried. */
  UNAUTHORIZED,
  /** 404: the endpoint does not know the model. Not retried. */
  MODEL_NOT_FOUND,
  /** Another 4xx: the endpoint refuses the request as it is. Not retried. */
  REFUSED,
  /** 429 until the retries were spent. */
  RATE_LIMITED,
  /** No reply in time, in any attempt. */
  TIMEOUT,
  /** 5xx in every attempt. */
  SERVER_ERROR,
  /** The endpoint could not be reached. */
  UNREACHABLE,
  /** A reply that cannot be read, or an empty one. */
  UNREADABLE,
  /** No prediction arrived before the evaluation's deadline. */
  MISSING,
  /** The run was paused or cancelled before the call was made, so that nobody waits for it. */
  NOT_ASKED
}
