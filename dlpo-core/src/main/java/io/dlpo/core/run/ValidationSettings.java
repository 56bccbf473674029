package io.dlpo.core.run;

/**
 * Which accepted prompts are scored on the validation split. Only scored prompts can be selected as
 * the best. If the acceptance set is the validation split, every prompt is already scored.
 *
 * @param every validates every n-th accepted prompt; 0 validates none
 * @param finalists how many of the best accepted prompts are scored on the whole validation split
 *     at the end, where the best of them is selected, 0 to {@value #MAX_FINALISTS}. If 2 or more,
 *     nothing else is validated, and a budget keeps a reserve for it.
 */
public record ValidationSettings(int every, int finalists) {

  public static final int MAX_FINALISTS = 10;

  /** Validates every accepted prompt. */
  public static final ValidationSettings DEFAULT = new ValidationSettings(1, 0);

  public ValidationSettings {
    if (every < 0) {
      throw new IllegalArgumentException(
          "optimizer.validation.every is " + every + "; must be 0 or more");
    }
    if (finalists < 0 || finalists > MAX_FINALISTS) {
      throw new IllegalArgumentException(
          "optimizer.validation.finalists is " + finalists + "; must be 0 to " + MAX_FINALISTS);
    }
  }

  /** Whether prompts are validated during the run. */
  public boolean validatesSteps() {
    return every > 0 && !choosesAtTheEnd();
  }

  /** Whether the best prompt is selected at the end. */
  public boolean choosesAtTheEnd() {
    return finalists > 1;
  }
}
