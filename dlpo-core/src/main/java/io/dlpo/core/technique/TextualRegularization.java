package io.dlpo.core.technique;

/**
 * Textual regularization (TRegu): a pass of its own after the update. L1 removes irrelevant
 * sentences, L2 simplifies complex ones. It never undoes the limits of the step, and a result that
 * is longer than its input is discarded. Where there is a limit of edits over 1, the update leaves
 * one of them to it.
 *
 * @param removes L1
 * @param simplifies L2
 * @param fromStep the first step in which it acts, 1 or more
 */
public record TextualRegularization(boolean removes, boolean simplifies, int fromStep)
    implements Technique {

  public static final TextualRegularization DEFAULT = new TextualRegularization(true, true, 1);

  public TextualRegularization {
    if (!removes && !simplifies) {
      throw new IllegalArgumentException(
          "optimizer.regularization has neither l1 nor l2; allowed is one of them or both");
    }
    if (fromStep < 1) {
      throw new IllegalArgumentException(
          "optimizer.regularization.fromStep is " + fromStep + "; allowed is 1 or more");
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
