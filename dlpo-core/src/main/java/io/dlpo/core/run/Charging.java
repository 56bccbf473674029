package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.budget.Charges;
import io.dlpo.core.technique.TechniqueSettings;
import io.dlpo.core.update.UpdateReply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Charges a run for its calls and refuses what its budget does not cover. Without a budget nothing
 * is refused and nothing is counted.
 */
final class Charging {

  private Charging() {}

  /** An update that cannot be read is asked for once more, and so is a comparison or a pass. */
  private static final int ASKED_AT_MOST = 2;

  /**
   * Why evaluations of one purpose must not be proposed; empty if they may.
   *
   * @param work what they are for, in words
   */
  static Optional<String> refusal(
      RunContext context, RunHistory history, List<EvaluationRequest> requests, String work) {
    Purpose purpose = requests.getFirst().purpose();
    Budget budget = context.settings().budget();
    if (budget == null || !counts(context, purpose)) {
      return Optional.empty();
    }
    int answers = requests.stream().mapToInt(request -> newCalls(context, history, request)).sum();
    if (answers == 0 && purpose != Purpose.BATCH) {
      return Optional.empty();
    }
    int next = purpose == Purpose.BATCH ? answers + gradientCalls(context) : answers;
    int kept = budget.test() && purpose != Purpose.TEST ? testCalls(context) : 0;
    return budget.refuses(history.charges(), next, kept, work);
  }

  /** With the calls of evaluations that are proposed. */
  static RunHistory proposed(
      RunContext context, RunHistory history, List<EvaluationRequest> requests) {
    Charges charges = history.charges();
    for (EvaluationRequest request : requests) {
      if (counts(context, request.purpose())) {
        charges =
            charges.proposed(request.promptId(), positions(context, request), perExample(context));
      }
    }
    return history.with(charges);
  }

  /** With the tokens of a scored evaluation; one that failed in part is proposed again. */
  static RunHistory scored(RunContext context, RunHistory history, BatchScored event) {
    if (event.failed() > 0 || !counts(context, event.evaluation().purpose())) {
      return history;
    }
    Map<String, Integer> positions = positions(context);
    List<Integer> scored =
        event.examples().stream().map(ExampleScore::exampleId).map(positions::get).toList();
    Usage judge = event.judgeUsage() == null ? Usage.NONE : event.judgeUsage();
    Usage answers = event.usage().minus(judge);
    return history.with(
        history.charges().scored(event.evaluation().promptId(), scored, answers, judge));
  }

  /** With the calls of a step's gradient and update. */
  static RunHistory updated(
      RunContext context, RunHistory history, GradientProduced event, List<UpdateReply> replies) {
    if (context.settings().budget() == null) {
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
  private static int testCalls(RunContext context) {
    return Budget.TESTED_PROMPTS * context.splits().test().size() * perExample(context);
  }

  private static int newCalls(RunContext context, RunHistory history, EvaluationRequest request) {
    return history.charges().asked().fresh(request.promptId(), positions(context, request))
        * perExample(context);
  }

  /** What may follow a batch before the candidate is there. */
  private static int gradientCalls(RunContext context) {
    OptimizerSettings optimizer = context.settings().optimizer();
    int dialogue = optimizer.sets().stream().mapToInt(Charging::dialogue).max().orElseThrow();
    return optimizer.batchSize() + 1 + ASKED_AT_MOST * dialogue;
  }

  private static int dialogue(TechniqueSettings techniques) {
    return 1
        + (techniques.contrast() == null ? 0 : 1)
        + (techniques.regularization() == null ? 0 : 1);
  }

  private static boolean counts(RunContext context, Purpose purpose) {
    Budget budget = context.settings().budget();
    return budget != null && (purpose != Purpose.TEST || budget.test());
  }

  private static int perExample(RunContext context) {
    return Budget.callsPerExample(context.settings().metric());
  }

  private static List<Integer> positions(RunContext context, EvaluationRequest request) {
    Map<String, Integer> all = positions(context);
    return request.examples().stream().map(Example::id).map(all::get).toList();
  }

  /** Each example's place in train, validation and test, one after the other. */
  private static Map<String, Integer> positions(RunContext context) {
    Map<String, Integer> positions = new HashMap<>();
    Splits splits = context.splits();
    for (List<Example> split : List.of(splits.train(), splits.validation(), splits.test())) {
      split.forEach(example -> positions.putIfAbsent(example.id(), positions.size()));
    }
    return positions;
  }
}
