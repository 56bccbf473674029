package io.dlpo.contracts.evaluation;

/** The purpose of an evaluation. */
public enum Purpose {
  /** The minibatch of a step: the wrong answers give the textual gradient. */
  BATCH,
  /** A candidate on the minibatch of its step: does it improve on its parent there? */
  SCREENING,
  /** The score for the acceptance decision on a candidate. */
  ACCEPTANCE,
  /** The score that selects the best prompt of the run. */
  VALIDATION,
  /** The score on held-out examples, at the end only. */
  TEST
}
