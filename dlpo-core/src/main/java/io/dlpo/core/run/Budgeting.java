package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.budget.Charges;
import io.dlpo.core.technique.TechniqueSettings;
import io.dlpo.core.update.UpdateReply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a run to its budget: asked before anything is proposed, told of what came of it. Without a
 * budget nothing is refused and nothing counted.
 *
 * @param context the run
 * @param history the run so far
 */
record Budgeting(RunContext context, RunHistory history) {

  /** An update that cannot be read is asked for once more, and so is a comparison or a pass. */
  private static final int ASKED_AT_MOST = 2;

  /**
   * Why evaluations of one purpose must not be proposed; empty if they may.
   *
   * @param what they are, in words
   */
  Optional<String> refusal(List<EvaluationRequest> requests, String what) {
    Purpose purpose = requests.getFirst().purpose();
    Budget budget = budget();
    if (budget == null || !counts(purpose)) {
      return Optional.empty();
    }
    int answers = requests.stream().mapToInt(this::newCalls).sum();
    if (answers == 0 && purpose != Purpose.BATCH) {
      return Optional.empty();
    }
    int next = purpose == Purpose.BATCH ? answers + gradientCalls() : answers;
    int kept = budget.test() && purpose != Purpose.TEST ? testCalls() : 0;
    return budget.refuses(history.charges(), next, kept, what);
  }

  /** Proposes an evaluation, its calls charged, and waits for it in a state of this book. */
  Transition propose(ActiveState next, EvaluationRequest request) {
    return propose(next, List.of(request));
  }

  /** Proposes evaluations, their calls charged, and waits for them in a state of this book. */
  Transition propose(ActiveState next, List<EvaluationRequest> requests) {
    Charges charges = history.charges();
    List<PromptProposed> proposals = new ArrayList<>();
    for (EvaluationRequest request : requests) {
      if (counts(request.purpose())) {
        charges = charges.proposed(request.promptId(), positions(request), perExample());
      }
      proposals.addAll(Proposals.propose(context, request));
    }
    return Transition.to(next.with(history.with(charges)), proposals);
  }

  /** With the tokens of a scored evaluation; one that failed in part is proposed again. */
  RunHistory scored(BatchScored event) {
    if (event.failed() > 0 || !counts(event.evaluation().purpose())) {
      return history;
    }
    Map<String, Integer> positions = positions();
    List<Integer> scored =
        event.examples().stream().map(ExampleScore::exampleId).map(positions::get).toList();
    Usage judge = event.judgeUsage() == null ? Usage.NONE : event.judgeUsage();
    Usage answers = event.usage().minus(judge);
    return history.with(
        history.charges().scored(event.evaluation().promptId(), scored, answers, judge));
  }

  /** With the calls of a step's gradient and update. */
  RunHistory updated(GradientProduced event, List<UpdateReply> replies) {
    if (budget() == null) {
      return history;
    }
    Usage usage = event.critiqueUsage().plus(event.reductionUsage());
    for (UpdateReply reply : replies) {
      if (reply instanceof UpdateReply.Answered answer) {
        usage = usage.plus(Usage.of(answer.call()));
      }
    }
    return history.with(history.charges().backward(usage));
  }

  /** Calls that the final test takes at most. */
  private int testCalls() {
    return Budget.TESTED_PROMPTS * context.splits().test().size() * perExample();
  }

  private int newCalls(EvaluationRequest request) {
    return history.charges().asked().fresh(request.promptId(), positions(request)) * perExample();
  }

  /** What may follow a batch before the candidate is there. */
  private int gradientCalls() {
    OptimizerSettings optimizer = context.settings().optimizer();
    int dialogue = optimizer.sets().stream().mapToInt(Budgeting::dialogue).max().orElseThrow();
    return optimizer.batchSize() + 1 + ASKED_AT_MOST * dialogue;
  }

  private static int dialogue(TechniqueSettings techniques) {
    return 1
        + (techniques.contrast() == null ? 0 : 1)
        + (techniques.regularization() == null ? 0 : 1);
  }

  private boolean counts(Purpose purpose) {
    Budget budget = budget();
    return budget != null && (purpose != Purpose.TEST || budget.test());
  }

  private int perExample() {
    return Budget.callsPerExample(context.settings().metric());
  }

  private @Nullable Budget budget() {
    return context.settings().budget();
  }

  private List<Integer> positions(EvaluationRequest request) {
    Map<String, Integer> all = positions();
    return request.examples().stream().map(Example::id).map(all::get).toList();
  }

  /** Each example's place in train, validation and test, one after the other. */
  private Map<String, Integer> positions() {
    Map<String, Integer> positions = new HashMap<>();
    Splits splits = context.splits();
    for (List<Example> split : List.of(splits.train(), splits.validation(), splits.test())) {
      split.forEach(example -> positions.putIfAbsent(example.id(), positions.size()));
    }
    return positions;
  }
}
