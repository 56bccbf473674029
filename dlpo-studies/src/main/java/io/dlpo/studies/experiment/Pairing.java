package io.dlpo.studies.experiment;

/** Which runs of two variants are compared with each other. */
public enum Pairing {
  /** Those of the same seed, by the paired t test: they share their splits and batches. */
  SEED,
  /** All of one with all of the other, by Welch's test. */
  NONE
}
