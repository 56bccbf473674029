package io.dlpo.contracts.evaluation;

import java.util.Objects;

/**
 * A wrong answer, as the critique needs it.
 *
 * @param exampleId the example
 * @param input the input of the example
 * @param output the model's answer
 * @param reference the reference answer
 * @param feedback why the metric scored the answer as wrong
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
