package io.dlpo.core.technique;

/**
 * Textual regularization (TRegu): a separate pass after the update. L1 removes irrelevant
 * sentences, L2 simplifies complex ones. The pass stays within the limits of the step, and a result
 * that is longer than its input is discarded. If the edit limit is above 1, the update reserves one
 * edit for the pass.
 *
 * @param removes whether L1 is on
 * @param simplifies whether L2 is on
 * @param fromStep the first step in which it acts, 1 or more
 */
public record TextualRegularization(boolean removes, boolean simplifies, int fromStep)
    implements Technique {

  public static final TextualRegularization DEFAULT = new TextualRegularization(true, true, 1);

  public TextualRegularization {
    if (!removes && !simplifies) {
      throw new IllegalArgumentException(
          "optimizer.regularization has neither l1 nor l2; must have one of them or both");
    }
    if (fromStep < 1) {
      throw new IllegalArgumentException(
          "optimizer.regularization.fromStep is " + fromStep + "; must be 1 or more");
    }
  }

  @Override
  public String name() {
    return "regularization";
  }

  @Override
  public UpdatePlan shape(UpdatePlan plan, StepView step) {
    return step.step() < fromStep ? plan : plan.withRegularization(this, name());
  }
}
