package io.dlpo.contracts.evaluation;

/** Why a prompt is evaluated. */
public enum Purpose {
  /** A step's minibatch: its wrong answers give the textual gradient. */
  BATCH,
  /** A candidate on its step's minibatch: is it better there than the prompt it was made from? */
  SCREENING,
  /** The score that the acceptance decision of a candidate compares. */
  ACCEPTANCE,
  /** The score that selects the best prompt of the run. */
  VALIDATION,
  /** Held-out examples, at the end only. */
  TEST
}
