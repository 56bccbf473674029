package io.dlpo.contracts.event;

/** What a user can ask of a run. */
public enum RunCommand {
  /** Start nothing new until resumed. */
  PAUSE,
  /** Go on where the run paused. */
  RESUME,
  /** Ask once more for what the run waits for: the answer to its last proposal is lost. */
  REPEAT,
  /** End the run with the best prompt so far. */
  CANCEL,
  /** Forget a run that has ended: each service removes what it keeps of it. */
  DELETE
}
