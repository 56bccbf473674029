package io.dlpo.optimizer.store;

import io.dlpo.core.run.StatePart;
import java.io.Serializable;

/**
 * The primary key of a part of a run's state.
 *
 * @param runId the run
 * @param kind the kind of the part
 * @param key identifies the part within its kind
 */
public record PartKey(String runId, StatePart.Kind kind, String key) implements Serializable {}
