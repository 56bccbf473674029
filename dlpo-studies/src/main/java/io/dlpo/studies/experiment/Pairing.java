package io.dlpo.studies.experiment;

/** How runs of two variants are paired for comparison. */
public enum Pairing {
  /** Runs with the same seed, which share splits and batches; compared by the paired t test. */
  SEED,
  /** No pairing; all runs of one variant are compared with all of the other by Welch's test. */
  NONE
}
