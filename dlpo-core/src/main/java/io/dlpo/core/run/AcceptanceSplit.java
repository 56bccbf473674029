package io.dlpo.core.run;

/** The examples on which a candidate is compared with the current prompt. */
public enum AcceptanceSplit {
  /**
   * The validation split. The acceptance score then also selects the best prompt, at no extra cost.
   */
  VALIDATION,
  /** The whole train split, as in the authors' code. */
  TRAIN
}
