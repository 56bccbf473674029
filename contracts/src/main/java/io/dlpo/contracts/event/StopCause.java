package io.dlpo.contracts.event;

/** The setting that stopped a run before its last step. */
public enum StopCause {
  /** The prompt answered all training examples and the whole acceptance set correctly. */
  ALL_RIGHT,
  /** Too many steps in a row accepted no candidate. */
  PATIENCE,
  /** The prompt reached the target score. */
  TARGET
}
