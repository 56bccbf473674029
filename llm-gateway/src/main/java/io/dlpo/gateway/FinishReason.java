package io.dlpo.gateway;

/** Why a model ended its reply. */
public enum FinishReason {
  /** The reply is complete. */
  STOP,
  /** The reply reached the token limit and was cut off. */
  LENGTH,
  /** Any other reason, or none given. */
  OTHER
}
