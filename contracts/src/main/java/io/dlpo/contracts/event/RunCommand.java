package io.dlpo.contracts.event;

/** What a user can ask of a run. */
public enum RunCommand {
  /** Start nothing new until resumed. */
  PAUSE,
  /** Go on where the run paused. */
  RESUME,
  /** End the run with the best prompt so far. */
  CANCEL
}
