package io.dlpo.core.technique;

/**
 * The textual learning rate (TLR): limits the number of sentence edits per step. The limit is
 * enforced when edits are applied, whatever the model replies.
 *
 * @param limit maximum number of sentence edits per step, 1 or more; a move counts as two
 */
public record TextualLearningRate(int limit) implements Technique {

  public TextualLearningRate {
    if (limit < 1) {
      throw new IllegalArgumentException(
          "optimizer.learningRate.limit is " + limit + "; must be 1 or more");
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
