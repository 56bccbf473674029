package io.dlpo.core.run;

/** When the annealing temperature is lowered. */
public enum CoolingPer {
  /** At each accepted step, as in the authors' code. */
  ACCEPTED,
  /** At each step, accepted or not. */
  STEP
}
