package io.dlpo.core.signature;

/** A kind of failure signature. */
public enum SignatureKind {
  /** Accuracy rises and falls from prompt to prompt, because steps are too large. */
  OSCILLATION,
  /** Prompts do well on the examples for which they were made or chosen, and worse on others. */
  OVERFITTING,
  /** Updates no longer bring an improvement. */
  STAGNATION
}
