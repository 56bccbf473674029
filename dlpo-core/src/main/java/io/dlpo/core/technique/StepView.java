package io.dlpo.core.technique;

import java.util.List;

/**
 * What a technique may know of the run besides the plan.
 *
 * @param seed the run's seed, for the technique's own generator
 * @param step from 1
 * @param steps steps of the run
 * @param accepted steps accepted so far
 * @param history the prompts that the run has scored, in order
 * @param gradients the gradients of the accepted steps, the newest last
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
