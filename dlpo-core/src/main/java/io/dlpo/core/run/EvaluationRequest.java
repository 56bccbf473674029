package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import java.util.List;

/**
 * An evaluation that a run wants.
 *
 * @param id of the evaluation
 * @param step that it belongs to; 0 before the first
 * @param purpose what it is for
 * @param prompt the prompt's text
 * @param examples what it is asked, 1 or more
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
