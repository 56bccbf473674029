package io.dlpo.core.limit;

/**
 * Limits on the size of a run's input, measured as UTF-8 in JSON.
 *
 * @param promptBytes maximum size of the initial prompt
 * @param specBytes maximum size of the resolved spec, including the prompt, the metric and all
 *     defaults
 * @param exampleBytes maximum size of an example: its reference, and its input as built by the
 *     template
 * @param evaluationExamples maximum number of examples in an evaluation, since its result contains
 *     the score of each
 */
public record InputLimits(
    int promptBytes, int specBytes, int exampleBytes, int evaluationExamples) {

  /** No limits. A run that was accepted stays valid if the limits are lowered later. */
  public static final InputLimits NONE =
      new InputLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  /**
   * The defaults. Within a record of {@code dlpo.events.max-bytes}, they leave room for a model's
   * reply or an evaluation's mistakes (half a megabyte each).
   */
  public static final InputLimits DEFAULT = new InputLimits(100_000, 200_000, 200_000, 5_000);
}
