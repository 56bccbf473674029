package io.dlpo.optimizer.store;

/** Why a run was paused. */
public enum RunPaused {
  /** A user wanted it. */
  USER,
  /** A model or a service did not do its part, and somebody has to see to it. */
  FAILURE
}
