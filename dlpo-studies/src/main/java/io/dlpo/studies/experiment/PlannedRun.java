package io.dlpo.studies.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A run of the grid.
 *
 * @param cell its place
 * @param spec what it runs; that of a transfer has the experiment's first prompt until the trained
 *     one is known
 */
public record PlannedRun(Cell cell, ObjectNode spec) {

  public PlannedRun {
    spec = spec.deepCopy();
  }

  /** The same with the prompt that was trained. */
  public PlannedRun scoring(String prompt) {
    ObjectNode trained = spec.deepCopy();
    trained.put("prompt", prompt);
    return new PlannedRun(cell, trained);
  }

  /** The same as it was resolved. */
  public PlannedRun resolved(ObjectNode resolvedSpec) {
    return new PlannedRun(cell, resolvedSpec);
  }
}
