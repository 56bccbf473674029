package io.dlpo.optimizer.store;

import java.io.Serializable;

/**
 * The key of a step's row.
 *
 * @param runId its run
 * @param step from 1
 */
public record StepKey(String runId, int step) implements Serializable {}
