package io.dlpo.core.run;

/**
 * Which accepted prompts are scored on the validation split. Only scored prompts can be selected as
 * the best. If the acceptance set is the validation split, every prompt is already scored.
 *
 * @param every validates every n-th accepted prompt, 1 or more
 */
public record ValidationSettings(int every) {

  /** Validates every accepted prompt. */
  public static final ValidationSettings DEFAULT = new ValidationSettings(1);

  public ValidationSettings {
    if (every < 1) {
      throw new IllegalArgumentException(
          "optimizer.validation.every is " + every + "; must be 1 or more");
    }
  }
}
