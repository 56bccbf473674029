package io.dlpo.optimizer.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.optimizer.budget.Budget;
import io.dlpo.optimizer.technique.TechniqueSettings;
import io.dlpo.optimizer.update.UpdateReply;
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
 * @param book the run so far
 */
record Budgeting(RunContext context, Book book) {

  /** An update that cannot be read is asked for once more, and so is a comparison or a pass. */
  private static final int ASKED_AT_MOST = 2;

  static Budgeting of(RunContext context, Book book) {
    return new Budgeting(context, book);
  }

  /** Why an evaluation must not be proposed; empty if it may. */
  Optional<String> refusal(Purpose purpose, List<Evaluee> evaluees, String what) {
    Budget budget = budget();
    if (budget == null || (purpose == Purpose.TEST && !budget.test())) {
      return Optional.empty();
    }
    int answers = evaluees.stream().mapToInt(this::newCalls).sum();
    if (answers == 0 && purpose != Purpose.BATCH) {
      return Optional.empty();
    }
    int next = purpose == Purpose.BATCH ? answers + gradientCalls() : answers;
    int kept = budget.test() && purpose != Purpose.TEST ? testCalls(context) : 0;
    return budget.refuses(book.charges(), next, kept, what);
  }

  /** With the calls of an evaluation that is proposed. */
  Book proposed(Purpose purpose, Evaluee evaluee) {
    return counts(purpose)
        ? book.with(
            book.charges().proposed(evaluee.prompt(), evaluee.positions(context), perExample()))
        : book;
  }

  /** With the tokens of a scored evaluation; one that failed in part is proposed again. */
  Book scored(BatchScored event) {
    if (event.failed() > 0 || !counts(event.evaluation().purpose())) {
      return book;
    }
    Map<String, Integer> positions = positions(context);
    List<Integer> scored =
        event.examples().stream().map(ExampleScore::exampleId).map(positions::get).toList();
    Usage judge = event.judgeUsage() == null ? Usage.NONE : event.judgeUsage();
    Usage answers = event.usage().minus(judge);
    return book.with(book.charges().scored(event.evaluation().promptId(), scored, answers, judge));
  }

  /** With the calls of a step's gradient and update. */
  Book updated(GradientProduced event, List<UpdateReply> replies) {
    if (budget() == null) {
      return book;
    }
    Usage usage = event.critiqueUsage().plus(event.reductionUsage());
    for (UpdateReply reply : replies) {
      if (reply instanceof UpdateReply.Answered answer) {
        usage = usage.plus(Usage.of(answer.call()));
      }
    }
    return book.with(book.charges().backward(usage));
  }

  /** Calls that the final test takes at most. */
  static int testCalls(RunContext context) {
    return 2 * context.splits().test().size() * perExample(context);
  }

  private int newCalls(Evaluee evaluee) {
    return book.charges().asked().fresh(evaluee.prompt(), evaluee.positions(context))
        * perExample();
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
    return perExample(context);
  }

  private static int perExample(RunContext context) {
    return context.settings().metric() instanceof JudgeMetric ? 2 : 1;
  }

  private @Nullable Budget budget() {
    return context.settings().budget();
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

  /**
   * A prompt and what it is asked.
   *
   * @param prompt its id
   * @param examples the questions
   */
  record Evaluee(PromptId prompt, List<Example> examples) {

    List<Integer> positions(RunContext context) {
      Map<String, Integer> all = Budgeting.positions(context);
      return examples.stream().map(Example::id).map(all::get).toList();
    }
  }
}
