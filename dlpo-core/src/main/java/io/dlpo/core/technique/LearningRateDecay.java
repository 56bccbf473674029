package io.dlpo.core.technique;

import java.util.Objects;

/**
 * Learning-rate decay (TLRD): the textual learning rate falls with each accepted step; a rejected
 * one changes nothing. It never falls below 1, and acts only where there is a rate.
 *
 * @param schedule how it falls
 * @param factor by which {@link Schedule#EXPONENTIAL} multiplies the rate, over 0 and up to 1
 */
public record LearningRateDecay(Schedule schedule, double factor) implements Technique {

  /** The factor of the exponential schedule unless the spec gives one. */
  public static final double DEFAULT_FACTOR = 0.9;

  /** How the rate falls from R after k accepted of n steps. */
  public enum Schedule {
    /** max(R − k, 1), the authors' formula. */
    LINEAR,
    /** R · factor^k, rounded. */
    EXPONENTIAL,
    /** Half a cosine wave from R down to 1 when all n steps are accepted, rounded. */
    COSINE
  }

  public LearningRateDecay {
    Objects.requireNonNull(schedule, "optimizer.learningRate.decay is missing");
    if (!(factor > 0 && factor <= 1)) {
      throw new IllegalArgumentException(
          "optimizer.learningRate.factor is " + factor + "; allowed is over 0 up to 1");
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
   * The rate after a number of accepted steps.
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
