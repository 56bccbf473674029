package io.dlpo.core.run;

/** What lowers the temperature of the annealing. */
public enum CoolingPer {
  /** An accepted step, as in the authors' code. */
  ACCEPTED,
  /** Every step, accepted or not. */
  STEP
}
