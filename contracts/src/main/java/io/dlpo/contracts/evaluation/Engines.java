package io.dlpo.contracts.evaluation;

import java.util.Objects;

/**
 * The two models of a run.
 *
 * @param forward performs the task
 * @param backward writes critiques, gradients and edits
 */
public record Engines(Engine forward, Engine backward) {

  public Engines {
    Objects.requireNonNull(forward, "Engines.forward is missing");
    Objects.requireNonNull(backward, "Engines.backward is missing");
  }
}
