package io.dlpo.core.run;

/**
 * Which accepted prompts the validation split scores; only a scored prompt can become the best one.
 * Where acceptance is measured on the validation split, every prompt is scored already.
 *
 * @param every each how many-th accepted prompt, 1 or more
 */
public record ValidationSettings(int every) {

  /** Every accepted prompt. */
  public static final ValidationSettings DEFAULT = new ValidationSettings(1);

  public ValidationSettings {
    if (every < 1) {
      throw new IllegalArgumentException(
          "optimizer.validation.every is " + every + "; allowed is 1 or more");
    }
  }
}
