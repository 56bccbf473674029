package io.dlpo.contracts.event;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.id.RunId;
import java.util.Objects;

/**
 * One example of an evaluation must be answered. The work queue of the forward engines.
 *
 * @param evaluation the evaluation
 * @param example the example; its reference is passed through unchanged
 */
public record ExampleRequested(Evaluation evaluation, Example example) implements Event {

  public ExampleRequested {
    Objects.requireNonNull(evaluation, "ExampleRequested.evaluation is missing");
    Objects.requireNonNull(example, "ExampleRequested.example is missing");
  }

  @Override
  public RunId runId() {
    return evaluation.runId();
  }

  @Override
  public String partitionKey() {
    return identity();
  }

  @Override
  public String identity() {
    return evaluation.id() + ":" + example.id();
  }
}
