package io.dlpo.contracts.evaluation;

import java.util.Objects;

/**
 * A wrong answer: what the critique is written from.
 *
 * @param exampleId the example
 * @param input what was asked
 * @param output what the model answered
 * @param reference the right answer
 * @param feedback what the metric says of the answer
 */
public record Mistake(
    String exampleId, String input, String output, String reference, String feedback) {

  public Mistake {
    Objects.requireNonNull(exampleId, "Mistake.exampleId is missing");
    Objects.requireNonNull(input, "Mistake.input is missing");
    Objects.requireNonNull(output, "Mistake.output is missing");
    Objects.requireNonNull(reference, "Mistake.reference is missing");
    Objects.requireNonNull(feedback, "Mistake.feedback is missing");
  }
}
