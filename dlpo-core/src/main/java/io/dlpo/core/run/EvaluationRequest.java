package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import java.util.List;

/**
 * An evaluation to propose.
 *
 * @param id id of the evaluation
 * @param step the step that it belongs to; 0 before the first step
 * @param purpose purpose of the evaluation
 * @param prompt the prompt's text
 * @param examples the examples to answer, 1 or more
 */
record EvaluationRequest(
    EvaluationId id, int step, Purpose purpose, String prompt, List<Example> examples) {

  EvaluationRequest {
    examples = List.copyOf(examples);
  }

  PromptId promptId() {
    return PromptId.of(prompt);
  }
}
