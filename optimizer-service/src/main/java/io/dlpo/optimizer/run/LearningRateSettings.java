package io.dlpo.optimizer.run;

/**
 * The textual learning rate.
 *
 * @param limit most sentence edits of a step, 1 or more; a move spends two
 */
public record LearningRateSettings(int limit) {

  public LearningRateSettings {
    if (limit < 1) {
      throw new IllegalArgumentException(
          "optimizer.learningRate.limit is " + limit + "; allowed is 1 or more");
    }
  }
}
