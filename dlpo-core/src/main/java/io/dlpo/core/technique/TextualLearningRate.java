package io.dlpo.core.technique;

/**
 * The textual learning rate (TLR): at most so many sentence edits in a step. The limit is held by
 * how edits are applied, whatever the model replies.
 *
 * @param limit most sentence edits of a step, 1 or more; a move spends two
 */
public record TextualLearningRate(int limit) implements Technique {

  public TextualLearningRate {
    if (limit < 1) {
      throw new IllegalArgumentException(
          "optimizer.learningRate.limit is " + limit + "; allowed is 1 or more");
    }
  }

  @Override
  public String name() {
    return "learningRate";
  }

  @Override
  public UpdatePlan shape(UpdatePlan plan, StepView step) {
    return plan.withLimit(limit, name());
  }
}
