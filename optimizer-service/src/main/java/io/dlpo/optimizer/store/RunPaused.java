package io.dlpo.optimizer.store;

/** The reason why a run was paused. */
public enum RunPaused {
  /** A user paused it. */
  USER,
  /** A model or a service failed, and a user must intervene. */
  FAILURE
}
