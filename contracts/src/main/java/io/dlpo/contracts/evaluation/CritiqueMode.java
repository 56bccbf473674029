package io.dlpo.contracts.evaluation;

/** How the mistakes of a batch become a textual gradient. */
public enum CritiqueMode {
  /** One critique of each mistake, and a reduction of them: the paper's method. */
  EACH,
  /** One critique of all mistakes, which is the gradient. */
  MERGED,
  /**
   * No critique: the gradient is the list of mistakes, and the update finds their causes and
   * proposes the edits in one request.
   */
  JOINT
}
