package io.dlpo.optimizer.run;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Words what a run has evaluated. */
final class Proposals {

  static final int PART_SIZE = 100;

  private Proposals() {}

  /** The id of an evaluation: a name-based UUID over all that tells it from others. */
  static EvaluationId id(
      RunContext context, int step, Purpose purpose, PromptId promptId, int redraw, int attempt) {
    String name =
        String.join(
            "\n",
            context.runId().value(),
            Integer.toString(step),
            purpose.name(),
            promptId.value(),
            Integer.toString(redraw),
            Integer.toString(attempt));
    return new EvaluationId(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
  }

  /** The proposal of an evaluation, cut into parts of at most {@value #PART_SIZE} examples. */
  static List<PromptProposed> propose(RunContext context, EvaluationRequest request) {
    RunSettings settings = context.settings();
    List<Example> examples = request.examples();
    Evaluation evaluation =
        new Evaluation(
            request.id(),
            context.runId(),
            request.step(),
            request.purpose(),
            request.promptId(),
            request.prompt(),
            settings.metric(),
            settings.engines(),
            settings.sampleScope(),
            examples.size());
    int parts = (examples.size() + PART_SIZE - 1) / PART_SIZE;
    List<PromptProposed> proposals = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int from = part * PART_SIZE;
      int to = Math.min(from + PART_SIZE, examples.size());
      proposals.add(new PromptProposed(evaluation, part + 1, parts, examples.subList(from, to)));
    }
    return proposals;
  }
}
