package io.dlpo.contracts.evaluation;

import java.util.Objects;

/**
 * The critique of one wrong answer: what in the prompt caused it.
 *
 * @param exampleId the example it was written for
 * @param text the text of the backward model
 */
public record Critique(String exampleId, String text) {

  public Critique {
    Objects.requireNonNull(exampleId, "Critique.exampleId is missing");
    Objects.requireNonNull(text, "Critique.text is missing");
  }
}
