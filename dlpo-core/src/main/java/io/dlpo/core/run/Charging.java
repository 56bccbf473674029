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
 * Charges a run for its calls and refuses calls that its budget does not cover. Without a budget,
 * nothing is refused or counted.
 */
final class Charging {

  private Charging() {}

  /**
   * Upper bound on requests for one contrast, update or regularization: one retry if unreadable.
   */
  private static final int ASKED_AT_MOST = 2;

  /**
   * Returns why evaluations of one purpose must not be proposed, or empty if they may be.
   *
   * @param work description of the evaluations for the user
   */
  static Optional<String> refusal(
      RunContext context, RunHistory history, List<EvaluationRequest> requests, String work) {
    Purpose purpose = requests.getFirst().purpose();
    Budget budget = context.budget();
    if (budget == null || !counts(context, purpose)) {
      return Optional.empty();
    }
    int answers = requests.stream().mapToInt(request -> newCalls(context, history, request)).sum();
    if (answers == 0 && purpose != Purpose.BATCH) {
      return Optional.empty();
    }
    int next = purpose == Purpose.BATCH ? answers + candidateCalls(context) : answers;
    return budget.refuses(history.charges(), next, reserve(context, requests.getFirst()), work);
  }

  /** Adds the calls of the proposed evaluations. */
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

  /**
   * Adds the tokens of a scored evaluation. A partly failed one is skipped: it is proposed again.
   */
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

  /** Adds the calls of a step's gradient and update. */
  static RunHistory updated(
      RunContext context, RunHistory history, GradientProduced event, List<UpdateReply> replies) {
    if (context.budget() == null) {
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

  /** Returns the calls that an evaluation must leave for what comes after it. */
  private static int reserve(RunContext context, EvaluationRequest next) {
    return switch (next.purpose()) {
      case TEST -> 0;
      case VALIDATION -> test(context);
      case BATCH, SCREENING, ACCEPTANCE -> kept(context);
    };
  }

  /** Returns the calls that the steps must leave for the final choice and the final test. */
  static int kept(RunContext context) {
    int choice = context.settings().optimizer().finalChoice(context.splits());
    return test(context) + choice * perExample(context);
  }

  private static int test(RunContext context) {
    Budget budget = context.budget();
    return budget != null && budget.test() ? testCalls(context) : 0;
  }

  /** Returns the maximum number of calls of the final test. */
  private static int testCalls(RunContext context) {
    return Budget.TESTED_PROMPTS * context.splits().test().size() * perExample(context);
  }

  private static int newCalls(RunContext context, RunHistory history, EvaluationRequest request) {
    return history.charges().asked().fresh(request.promptId(), positions(context, request))
        * perExample(context);
  }

  /** Returns the maximum number of calls between a batch and the first round of a race. */
  private static int candidateCalls(RunContext context) {
    OptimizerSettings optimizer = context.settings().optimizer();
    return gradientCalls(context) + optimizer.firstRound(context.splits()) * perExample(context);
  }

  /** Returns the maximum number of calls between a batch and its candidates. */
  private static int gradientCalls(RunContext context) {
    OptimizerSettings optimizer = context.settings().optimizer();
    int dialogue = optimizer.sets().stream().mapToInt(Charging::dialogue).max().orElseThrow();
    int critiques = optimizer.form().critiqueCalls(optimizer.batchSize());
    return critiques + ASKED_AT_MOST * dialogue;
  }

  private static int dialogue(TechniqueSettings techniques) {
    return 1
        + (techniques.contrast() == null ? 0 : 1)
        + (techniques.regularization() == null ? 0 : 1);
  }

  private static boolean counts(RunContext context, Purpose purpose) {
    Budget budget = context.budget();
    return budget != null && (purpose != Purpose.TEST || budget.test());
  }

  private static int perExample(RunContext context) {
    return Budget.callsPerExample(context.settings().metric());
  }

  private static List<Integer> positions(RunContext context, EvaluationRequest request) {
    Map<String, Integer> all = positions(context);
    return request.examples().stream().map(Example::id).map(all::get).toList();
  }

  /** Maps each example to its position in the concatenated train, validation and test splits. */
  private static Map<String, Integer> positions(RunContext context) {
    Map<String, Integer> positions = new HashMap<>();
    Splits splits = context.splits();
    for (List<Example> split : List.of(splits.train(), splits.validation(), splits.test())) {
      split.forEach(example -> positions.putIfAbsent(example.id(), positions.size()));
    }
    return positions;
  }
}
