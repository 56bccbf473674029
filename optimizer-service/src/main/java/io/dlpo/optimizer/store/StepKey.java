package io.dlpo.optimizer.store;

import java.io.Serializable;

/**
 * The primary key of a step.
 *
 * @param runId the run
 * @param step the number of the step, from 1
 */
public record StepKey(String runId, int step) implements Serializable {}
