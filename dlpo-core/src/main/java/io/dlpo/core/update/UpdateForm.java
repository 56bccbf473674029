package io.dlpo.core.update;

import io.dlpo.contracts.evaluation.CritiqueMode;

/**
 * What an update asks for.
 *
 * @param critique how the gradient was written; with {@link CritiqueMode#JOINT} it is the list of
 *     mistakes, and the update finds their causes itself
 * @param candidates number of different candidates, 1 to {@value #MAX_CANDIDATES}
 * @param memory maximum number of rejected candidates that the update is shown, 0 to {@value
 *     #MAX_MEMORY}
 */
public record UpdateForm(CritiqueMode critique, int candidates, int memory) {

  public static final int MAX_CANDIDATES = 5;
  public static final int MAX_MEMORY = 20;

  /** One candidate from a written gradient, as in the paper. */
  public static final UpdateForm DEFAULT = new UpdateForm(CritiqueMode.EACH, 1, 0);

  public UpdateForm {
    if (candidates < 1 || candidates > MAX_CANDIDATES) {
      throw new IllegalArgumentException(
          "optimizer.candidates is " + candidates + "; must be 1 to " + MAX_CANDIDATES);
    }
    if (memory < 0 || memory > MAX_MEMORY) {
      throw new IllegalArgumentException(
          "optimizer.memory is " + memory + "; must be 0 to " + MAX_MEMORY);
    }
  }

  /**
   * Returns the calls from a batch to its gradient.
   *
   * @param mistakes number of mistakes in the batch
   */
  public int critiqueCalls(int mistakes) {
    return switch (critique) {
      case EACH -> mistakes + 1;
      case MERGED -> 1;
      case JOINT -> 0;
    };
  }

  /** Whether the reply is one set of edits and nothing else. */
  boolean isPlain() {
    return candidates == 1 && !showsMistakes();
  }

  /** Whether the update is shown the mistakes instead of a gradient. */
  boolean showsMistakes() {
    return critique == CritiqueMode.JOINT;
  }
}
