package io.dlpo.contracts.event;

/** The commands that a user can give to a run. */
public enum RunCommand {
  /** Start no further work until the run is resumed. */
  PAUSE,
  /** Continue a paused run. */
  RESUME,
  /** Repeat the last proposal, because its answer is lost. */
  REPEAT,
  /** End the run with the best prompt so far. */
  CANCEL,
  /** Delete a run that has ended: each service deletes its data. */
  DELETE
}
