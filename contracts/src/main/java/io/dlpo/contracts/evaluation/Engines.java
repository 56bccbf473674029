package io.dlpo.contracts.evaluation;

import java.util.Objects;

/**
 * The two models of a run.
 *
 * @param forward does the task
 * @param backward critiques, merges and edits
 */
public record Engines(Engine forward, Engine backward) {

  public Engines {
    Objects.requireNonNull(forward, "Engines.forward is missing");
    Objects.requireNonNull(backward, "Engines.backward is missing");
  }
}
