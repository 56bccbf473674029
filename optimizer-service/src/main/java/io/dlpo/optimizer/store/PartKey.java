package io.dlpo.optimizer.store;

import java.io.Serializable;

/**
 * The primary key of a part of a run's state.
 *
 * @param runId the run
 * @param kind the name of the kind of the part
 * @param key identifies the part within its kind
 */
public record PartKey(String runId, String kind, String key) implements Serializable {}
