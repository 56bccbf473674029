package io.dlpo.core.run;

/** The examples on which a candidate is compared with the current prompt. */
public enum AcceptanceSplit {
  /**
   * The validation split. The acceptance score then also selects the best prompt, at no extra cost.
   */
  VALIDATION,
  /** The whole train split, as in the authors' code. */
  TRAIN,
  /**
   * The train split and then the validation split. A race begins on train examples and goes on with
   * those of the validation split where the train split has too few mistakes left.
   */
  TRAIN_AND_VALIDATION
}
