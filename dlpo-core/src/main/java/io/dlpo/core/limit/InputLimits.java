package io.dlpo.core.limit;

/**
 * How large a run's input may be. Sizes are those of the texts in an event: UTF-8 in JSON.
 *
 * @param promptBytes largest initial prompt
 * @param specBytes largest resolved spec, with its prompt, its metric and all defaults
 * @param exampleBytes largest example: its input, as the dataset's template makes it, and its
 *     reference
 * @param evaluationExamples most examples of one evaluation, each of which has a score in the
 *     result
 */
public record InputLimits(
    int promptBytes, int specBytes, int exampleBytes, int evaluationExamples) {

  /** Accepts everything: an input that was accepted once stays valid when a limit is lowered. */
  public static final InputLimits NONE =
      new InputLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  /**
   * The defaults. Together they leave room for a model's reply or an evaluation's mistakes (half a
   * megabyte each) within a record of {@code dlpo.events.max-bytes}.
   */
  public static final InputLimits DEFAULT = new InputLimits(100_000, 200_000, 200_000, 5_000);
}
