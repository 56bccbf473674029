package io.dlpo.core.technique;

/**
 * A technique that shapes the update. It is a pure function of the plan and the step: whatever it
 * draws comes from a generator of its own, seeded by run, step and its name.
 */
public sealed interface Technique
    permits TextualLearningRate,
        LearningRateDecay,
        TextualDropout,
        TextualMomentum,
        TextualContrast,
        TextualRegularization {

  /** As in the spec and in the events. */
  String name();

  /** The plan with what the technique adds to it; the plan itself if it does not act. */
  UpdatePlan shape(UpdatePlan plan, StepView step);
}
