package io.dlpo.core.run;

/** The examples from which the batch of a step is drawn. */
public enum BatchSource {
  /** The train split. */
  TRAIN,
  /**
   * The examples of the acceptance set that the current prompt is known to answer incorrectly, so
   * that a batch costs no calls and has only mistakes. If there are none, the train split. The
   * acceptance set must be part of the train split.
   */
  MISTAKES
}
