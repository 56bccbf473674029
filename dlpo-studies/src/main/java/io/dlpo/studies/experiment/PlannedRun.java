package io.dlpo.studies.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A planned run of the grid.
 *
 * @param cell its cell
 * @param spec its spec; that of a transfer contains the initial prompt until the training has ended
 */
public record PlannedRun(Cell cell, ObjectNode spec) {

  public PlannedRun {
    spec = spec.deepCopy();
  }

  /** This run with the trained prompt. */
  public PlannedRun scoring(String prompt) {
    ObjectNode trained = spec.deepCopy();
    trained.remove("messages");
    trained.put("prompt", prompt);
    return new PlannedRun(cell, trained);
  }

  /** This run with its resolved spec. */
  public PlannedRun resolved(ObjectNode resolvedSpec) {
    return new PlannedRun(cell, resolvedSpec);
  }
}
