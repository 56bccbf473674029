package io.dlpo.core.technique;

import java.util.Objects;

/**
 * Learning-rate decay (TLRD): lowers the textual learning rate with each accepted step. The rate
 * never falls below 1. Without a learning rate, decay has no effect.
 *
 * @param schedule the decay schedule
 * @param factor factor by which {@link Schedule#EXPONENTIAL} multiplies the rate, above 0, at most
 *     1
 */
public record LearningRateDecay(Schedule schedule, double factor) implements Technique {

  /** The default factor of the exponential schedule. */
  public static final double DEFAULT_FACTOR = 0.9;

  /** The rate after k of n steps are accepted, starting from R. */
  public enum Schedule {
    /** max(R − k, 1), the authors' formula. */
    LINEAR,
    /** R · factor^k, rounded. */
    EXPONENTIAL,
    /** Half a cosine wave from R to 1, which is reached when all n steps are accepted; rounded. */
    COSINE
  }

  public LearningRateDecay {
    Objects.requireNonNull(schedule, "optimizer.learningRate.decay is missing");
    if (!(factor > 0 && factor <= 1)) {
      throw new IllegalArgumentException(
          "optimizer.learningRate.factor is " + factor + "; must be greater than 0 and at most 1");
    }
  }

  @Override
  public String name() {
    return "learningRateDecay";
  }

  @Override
  public UpdatePlan shape(UpdatePlan plan, StepView step) {
    return plan.limit() == null
        ? plan
        : plan.withLimit(after(plan.limit(), step.accepted(), step.steps()), name());
  }

  /**
   * Returns the rate after a number of accepted steps.
   *
   * @param rate the rate of the first step, 1 or more
   * @param accepted k, 0 or more
   * @param steps n, 1 or more
   */
  public int after(int rate, int accepted, int steps) {
    double fallen =
        switch (schedule) {
          case LINEAR -> rate - (double) accepted;
          case EXPONENTIAL -> rate * Math.pow(factor, accepted);
          case COSINE ->
              1 + (rate - 1) * (1 + Math.cos(Math.PI * Math.min(accepted, steps) / steps)) / 2;
        };
    return (int) Math.max(Math.round(fallen), 1);
  }
}
