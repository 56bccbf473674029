package io.dlpo.core.technique;

import java.util.ArrayList;
import java.util.List;

/**
 * Textual momentum (TMnt): shows the gradients of earlier accepted steps along with the new one.
 * Their weights fall with age. This reduces the influence of a single batch's noise.
 *
 * @param window number of earlier gradients, 1 to {@value #MAX_WINDOW}
 * @param decay factor by which the weight falls from one gradient to the next older one, above 0,
 *     at most 1
 */
public record TextualMomentum(int window, double decay) implements Technique {

  public static final int MAX_WINDOW = 10;

  /** Three gradients, as in the authors' code, each with half the weight of the next newer one. */
  public static final TextualMomentum DEFAULT = new TextualMomentum(3, 0.5);

  public TextualMomentum {
    if (window < 1 || window > MAX_WINDOW) {
      throw new IllegalArgumentException(
          "optimizer.momentum.window is " + window + "; must be 1 to " + MAX_WINDOW);
    }
    if (!(decay > 0 && decay <= 1)) {
      throw new IllegalArgumentException(
          "optimizer.momentum.decay is " + decay + "; must be greater than 0 and at most 1");
    }
  }

  @Override
  public String name() {
    return "momentum";
  }

  @Override
  public UpdatePlan shape(UpdatePlan plan, StepView step) {
    List<String> known = step.gradients();
    List<WeightedGradient> earlier = new ArrayList<>();
    for (int age = 1; age <= Math.min(window, known.size()); age++) {
      earlier.add(new WeightedGradient(known.get(known.size() - age), Math.pow(decay, age)));
    }
    return earlier.isEmpty() ? plan : plan.withEarlier(earlier, name());
  }
}
