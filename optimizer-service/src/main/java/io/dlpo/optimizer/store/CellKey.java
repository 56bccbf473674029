package io.dlpo.optimizer.store;

import java.io.Serializable;

/**
 * The primary key of an experiment's cell.
 *
 * @param experimentId the experiment
 * @param cellId the cell's id within the experiment
 */
public record CellKey(String experimentId, String cellId) implements Serializable {}
