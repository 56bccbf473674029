package io.dlpo.core.technique;

import io.dlpo.core.step.Draws;
import java.util.List;

/**
 * Textual dropout (TDO): protects a random part of the prompt in a step. Of n sentences, ceil(p ·
 * n) are drawn uniformly without replacement, and no edit may touch them.
 *
 * @param share p, the protected share, above 0, at most 1
 */
public record TextualDropout(double share) implements Technique {

  /** The share that the paper's experiment suggests. */
  public static final TextualDropout DEFAULT = new TextualDropout(0.5);

  public TextualDropout {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "optimizer.dropout.share is " + share + "; must be greater than 0 and at most 1");
    }
  }

  @Override
  public String name() {
    return "dropout";
  }

  @Override
  public UpdatePlan shape(UpdatePlan plan, StepView step) {
    int sentences = plan.prompt().split().pieces().size();
    // Subtracts a tolerance, because 0.07 * 100 is slightly more than 7 in floating point.
    int count = (int) Math.ceil(share * sentences - 1e-9);
    List<Integer> drawn =
        Draws.of(step.seed(), step.step(), name(), 0).sample(sentences, count).stream()
            .map(index -> index + 1)
            .sorted()
            .toList();
    return plan.withProtected(drawn, name());
  }
}
