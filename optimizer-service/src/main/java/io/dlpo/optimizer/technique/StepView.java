package io.dlpo.optimizer.technique;

/**
 * What a technique may know of the run besides the plan.
 *
 * @param seed the run's seed, for the technique's own generator
 * @param step from 1
 * @param accepted steps accepted so far
 */
public record StepView(long seed, int step, int accepted) {}
