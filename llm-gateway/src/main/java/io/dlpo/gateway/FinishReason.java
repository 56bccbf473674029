package io.dlpo.gateway;

/** Why a model ended its reply. */
public enum FinishReason {
  /** It was done. */
  STOP,
  /** The limit of tokens was reached: the reply is cut off. */
  LENGTH,
  /** The endpoint withheld the rest. */
  CONTENT_FILTER,
  /** Anything else, or not said. */
  OTHER
}
