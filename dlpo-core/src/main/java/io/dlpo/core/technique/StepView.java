package io.dlpo.core.technique;

import java.util.List;

/**
 * The view of the run that a technique gets in addition to the plan.
 *
 * @param seed the run's seed, for the technique's own generator
 * @param step the step, from 1
 * @param steps total number of steps
 * @param accepted number of accepted steps so far
 * @param history the run's scored prompts, in order
 * @param gradients gradients of the accepted steps, newest last
 */
public record StepView(
    long seed,
    int step,
    int steps,
    int accepted,
    List<ScoredPrompt> history,
    List<String> gradients) {

  public StepView {
    history = List.copyOf(history);
    gradients = List.copyOf(gradients);
  }
}
