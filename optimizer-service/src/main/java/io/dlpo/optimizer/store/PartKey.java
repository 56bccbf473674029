package io.dlpo.optimizer.store;

import io.dlpo.core.run.StatePart;
import java.io.Serializable;

/**
 * Identity of a part of a run's state.
 *
 * @param runId the run
 * @param kind what the part holds
 * @param key its place among its kind
 */
public record PartKey(String runId, StatePart.Kind kind, String key) implements Serializable {}
