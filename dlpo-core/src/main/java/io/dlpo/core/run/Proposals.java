package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.limit.TextSize;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.StepDecision;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Proposes evaluations: assigns their ids, creates their events and charges their calls. */
final class Proposals {

  static final int PART_SIZE = 100;

  /** Maximum size of a part's examples in bytes, not counting the prompt and the metric. */
  static final int PART_BYTES = 500_000;

  private Proposals() {}

  /** Returns the id of an evaluation: a name-based UUID of its distinguishing properties. */
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

  /**
   * Proposes an evaluation of the current prompt, or the final test if the budget does not cover
   * it.
   */
  static Transition proposeCurrent(
      RunContext context,
      EvaluationAwaited next,
      Purpose purpose,
      List<Example> examples,
      String work) {
    RunHistory history = next.history();
    String prompt = history.prompts().current().text();
    return propose(
        context,
        next,
        List.of(
            new EvaluationRequest(next.expected(context), next.step(), purpose, prompt, examples)),
        work,
        reason -> FinalChoice.propose(context, history.with(history.charges().spent(reason))));
  }

  /** Proposes an evaluation of a candidate. If the budget does not cover it, the step ends. */
  static Transition proposeCandidate(
      RunContext context,
      EvaluationAwaited next,
      Trial trial,
      Purpose purpose,
      List<Example> examples) {
    String prompt = trial.candidate().text();
    return propose(
        context,
        next,
        List.of(
            new EvaluationRequest(next.expected(context), trial.step(), purpose, prompt, examples)),
        "scoring the candidate",
        reason -> unaffordable(context, next.history(), trial, reason));
  }

  /** Ends the step of a candidate that the budget does not cover. */
  static Transition unaffordable(
      RunContext context, RunHistory history, Trial trial, String reason) {
    AggregateScore previous = context.previousScore(history).orElse(null);
    return Steps.end(
        context,
        history.with(history.charges().spent(reason)),
        trial,
        StepDecision.uncompared(DecisionKind.UNAFFORDABLE, "not scored: " + reason, previous));
  }

  /**
   * Proposes evaluations of one purpose, charges their calls and waits for them.
   *
   * @param next the state that waits
   * @param work description of the calls for the user
   * @param refused the alternative if the budget does not cover them; its argument is the reason
   */
  static Transition propose(
      RunContext context,
      ActiveState next,
      List<EvaluationRequest> requests,
      String work,
      Function<String, Transition> refused) {
    return Charging.refusal(context, next.history(), requests, work)
        .map(refused)
        .orElseGet(
            () ->
                Transition.to(
                    next.with(Charging.proposed(context, next.history(), requests)),
                    requests.stream()
                        .flatMap(request -> events(context, next.history(), request).stream())
                        .toList()));
  }

  /**
   * Returns the events that propose an evaluation. The examples are split into parts of at most
   * {@value #PART_SIZE} examples and {@value #PART_BYTES} bytes. An example larger than that gets a
   * part of its own.
   */
  static List<PromptProposed> events(
      RunContext context, RunHistory history, EvaluationRequest request) {
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
            examples.size(),
            Tolerance.of(context, history.memory().failedRows(), examples),
            request.purpose() == Purpose.BATCH ? settings.optimizer().form().critique() : null);
    List<List<Example>> parts = parts(examples);
    List<PromptProposed> proposals = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      proposals.add(new PromptProposed(evaluation, part + 1, parts.size(), parts.get(part)));
    }
    return proposals;
  }

  private static List<List<Example>> parts(List<Example> examples) {
    List<List<Example>> parts = new ArrayList<>();
    int from = 0;
    int bytes = 0;
    for (int i = 0; i < examples.size(); i++) {
      int size = TextSize.of(examples.get(i));
      if (i > from && (i - from == PART_SIZE || bytes + size > PART_BYTES)) {
        parts.add(examples.subList(from, i));
        from = i;
        bytes = 0;
      }
      bytes += size;
    }
    parts.add(examples.subList(from, examples.size()));
    return parts;
  }
}
