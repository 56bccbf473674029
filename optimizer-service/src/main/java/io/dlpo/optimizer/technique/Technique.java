package io.dlpo.optimizer.technique;

/**
 * A technique that shapes the update. It is a pure function of the plan and the step: whatever it
 * draws comes from a generator of its own, seeded by run, step and its name.
 */
public sealed interface Technique permits TextualLearningRate {

  /** As in the spec and in the events. */
  String name();

  /** The plan with what the technique adds to it. */
  UpdatePlan shape(UpdatePlan plan, StepView step);
}
