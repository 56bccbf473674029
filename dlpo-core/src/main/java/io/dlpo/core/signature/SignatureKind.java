package io.dlpo.core.signature;

/** What a run's course may tell of. */
public enum SignatureKind {
  /** Accuracy goes up and down from prompt to prompt: steps are too large. */
  OSCILLATION,
  /** The prompts do well where they were fitted, and worse where they were not. */
  OVERFITTING,
  /** Updates bring no improvement any more. */
  STAGNATION
}
