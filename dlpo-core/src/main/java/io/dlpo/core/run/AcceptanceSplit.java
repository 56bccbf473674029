package io.dlpo.core.run;

/** The examples on which a candidate is compared with the prompt it would replace. */
public enum AcceptanceSplit {
  /** The validation split: its score then selects the best prompt too, at no further cost. */
  VALIDATION,
  /** All of the train split, as in the authors' code. */
  TRAIN
}
