package io.dlpo.contracts.event;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.id.RunId;
import java.util.List;
import java.util.Objects;

/**
 * A prompt must be evaluated on some examples.
 *
 * @param evaluation the evaluation
 * @param part number of this part, from 1
 * @param parts number of records that carry the examples of the evaluation
 * @param examples the examples of this part
 */
public record PromptProposed(Evaluation evaluation, int part, int parts, List<Example> examples)
    implements Event {

  public PromptProposed {
    Objects.requireNonNull(evaluation, "PromptProposed.evaluation is missing");
    examples = examples == null ? List.of() : List.copyOf(examples);
    if (part < 1 || part > parts) {
      throw new IllegalArgumentException(
          "PromptProposed.part is " + part + "; must be 1 to parts, which is " + parts);
    }
    if (examples.isEmpty()) {
      throw new IllegalArgumentException("PromptProposed.examples is empty");
    }
  }

  @Override
  public RunId runId() {
    return evaluation.runId();
  }

  @Override
  public String partitionKey() {
    return evaluation.id().value();
  }

  @Override
  public String identity() {
    return evaluation.id() + ":" + part;
  }
}
