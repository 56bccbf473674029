package io.dlpo.contracts.evaluation;

import java.util.Objects;

/**
 * What one wrong answer says about the prompt.
 *
 * @param exampleId the example it was written for
 * @param text the backward model's words
 */
public record Critique(String exampleId, String text) {

  public Critique {
    Objects.requireNonNull(exampleId, "Critique.exampleId is missing");
    Objects.requireNonNull(text, "Critique.text is missing");
  }
}
