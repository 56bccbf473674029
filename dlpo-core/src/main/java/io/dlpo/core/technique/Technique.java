package io.dlpo.core.technique;

/**
 * A technique that shapes the update. It is a pure function of the plan and the step. Its random
 * draws come from its own generator, seeded by the run's seed, the step and its name.
 */
public sealed interface Technique
    permits TextualLearningRate,
        LearningRateDecay,
        TextualDropout,
        TextualMomentum,
        TextualContrast,
        TextualRegularization {

  /** Returns the name in the spec and in events. */
  String name();

  /** Adds the technique to the plan. Returns the plan unchanged if the technique does not act. */
  UpdatePlan shape(UpdatePlan plan, StepView step);
}
