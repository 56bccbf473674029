package io.dlpo.optimizer.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.optimizer.annealing.Rungs;
import io.dlpo.optimizer.annealing.SimulatedAnnealing;
import io.dlpo.optimizer.prompt.Prompt;
import io.dlpo.optimizer.step.Candidate;
import io.dlpo.optimizer.step.Draws;
import io.dlpo.optimizer.step.Plan;
import io.dlpo.optimizer.step.Ruling;
import io.dlpo.optimizer.step.StepOutcome;
import io.dlpo.optimizer.step.Tally;
import io.dlpo.optimizer.step.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows what in a run: score the initial prompt; in each step draw a batch, compare the
 * candidate, decide, validate; at the end test. States call it to go on.
 *
 * @param context the run
 */
record Flow(RunContext context) {

  private static final int COARSE_VALIDATION = 20;

  Transition begin() {
    Prompt prompt = Prompt.parse(context.settings().prompt());
    Book book = Book.begin(prompt.text(), prompt.frozen(), optimizer().steps(), warnings());
    if (annealed()) {
      return scorePrompt(book, 0, Purpose.ACCEPTANCE, 0);
    }
    return validate(book, 0);
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    int validation = context.splits().validation().size();
    if (validation == 0) {
      warnings.add("The validation split is empty: it cannot choose the best prompt.");
    } else if (validation < COARSE_VALIDATION) {
      warnings.add(
          "The validation split has %d examples: its scores differ by chance more than by merit."
              .formatted(validation));
    }
    if (context.splits().test().isEmpty()) {
      warnings.add("The test split is empty: nothing shows that the best prompt is better.");
    }
    return warnings;
  }

  /** The run's own prompt is scored. */
  Transition scorePrompt(Book book, int step, Purpose purpose, int attempt) {
    PromptVersion prompt = book.prompts().current();
    EvaluationId id = Proposals.id(context, step, purpose, prompt.promptId(), 0, attempt);
    List<Example> examples =
        purpose == Purpose.ACCEPTANCE ? context.acceptanceSet() : context.splits().validation();
    return Transition.to(
        new PromptScoring(book, step, purpose, attempt),
        Proposals.propose(context, id, step, purpose, prompt.text(), examples));
  }

  /** The initial prompt was scored on the acceptance set. */
  Transition initialCompared(Book book, Tally tally) {
    Book scored = book.with(book.prompts().scored(prompt -> prompt.withAcceptance(tally)));
    return context.acceptanceValidates() ? validated(scored, 0, tally) : validate(scored, 0);
  }

  private Transition validate(Book book, int step) {
    return context.splits().validation().isEmpty()
        ? startStep(book, step + 1)
        : scorePrompt(book, step, Purpose.VALIDATION, 0);
  }

  /** The run's own prompt was scored on the validation split. */
  Transition validated(Book book, int step, Tally tally) {
    Book scored = book.with(book.prompts().scored(prompt -> prompt.withValidation(tally)));
    return startStep(scored, step + 1);
  }

  private Transition startStep(Book book, int step) {
    if (step > optimizer().steps()) {
      return test(new Testing(book, null, null, 0, 0));
    }
    return draw(book.with(book.spending().stepBegun()), step, 0);
  }

  /**
   * The step draws a batch, and draws again while the batch is known to have no mistake. The last
   * batch it may draw is answered in any case: each decision follows an event of its own.
   */
  private Transition draw(Book book, int step, int first) {
    Set<String> right = book.knownRight().of(book.prompts().current().promptId());
    int redraw = first;
    while (redraw < optimizer().maxRedraws()
        && drawn(step, redraw).stream().map(Example::id).allMatch(right::contains)) {
      redraw++;
    }
    return batch(book, step, redraw, 0);
  }

  /** A step's batch is answered. */
  Transition batch(Book book, int step, int redraw, int attempt) {
    PromptVersion prompt = book.prompts().current();
    EvaluationId id =
        Proposals.id(context, step, Purpose.BATCH, prompt.promptId(), redraw, attempt);
    return Transition.to(
        new BatchScoring(book, step, redraw, attempt),
        Proposals.propose(context, id, step, Purpose.BATCH, prompt.text(), drawn(step, redraw)));
  }

  /** The batch depends on seed, step and redraw only, so any state can draw it again. */
  private List<Example> drawn(int step, int redraw) {
    List<Example> train = context.splits().train();
    return Draws.of(context.settings().seed(), step, "batch", redraw)
        .sample(train.size(), optimizer().batchSize())
        .stream()
        .map(train::get)
        .toList();
  }

  /** The batch had no wrong answer. */
  Transition withoutMistake(Book book, int step, int redraw) {
    if (redraw < optimizer().maxRedraws()) {
      return draw(book, step, redraw + 1);
    }
    return withoutCandidate(
        book,
        step,
        redraw,
        Plan.NONE,
        Ruling.NO_MISTAKE,
        "no failing example in " + (redraw + 1) + (redraw == 0 ? " batch" : " batches"));
  }

  /** The step ends and has proposed nothing. */
  Transition withoutCandidate(
      Book book, int step, int redraw, Plan plan, Ruling ruling, String reason) {
    Verdict verdict = Verdict.uncompared(ruling, reason, book.prompts().current().acceptance());
    return decide(book, outcome(book, step, redraw, null, plan, verdict));
  }

  /** A candidate was made. */
  Transition compare(Book book, int step, int redraw, Candidate candidate, Plan plan) {
    if (annealed()) {
      return scoreCandidate(book, step, redraw, candidate, plan, 0, 0, 0);
    }
    Verdict verdict =
        Verdict.uncompared(Ruling.UNCOMPARED, "taken unscored: annealing is off", null);
    return decide(book, outcome(book, step, redraw, candidate, plan, verdict));
  }

  /** The candidate is scored on the acceptance set's next rung. */
  Transition scoreCandidate(
      Book book,
      int step,
      int redraw,
      Candidate candidate,
      Plan plan,
      int correct,
      int evaluated,
      int attempt) {
    CandidateScoring next =
        new CandidateScoring(book, step, redraw, candidate, plan, correct, evaluated, attempt);
    List<Example> all = context.acceptanceSet();
    int end = Rungs.of(all.size(), annealing().rungs()).endAfter(evaluated);
    List<PromptProposed> proposals =
        Proposals.propose(
            context,
            next.expected(context),
            step,
            Purpose.ACCEPTANCE,
            candidate.text(),
            all.subList(evaluated, end));
    return Transition.to(next, proposals);
  }

  /** The candidate was scored on the acceptance set, or on some of its rungs. */
  Transition compared(
      Book book, int step, int redraw, Candidate candidate, Plan plan, Tally tally) {
    Tally previous =
        Objects.requireNonNull(
            book.prompts().current().acceptance(), "the current prompt is unscored");
    // Drawn in every step, whether it is needed or not: no draw depends on an earlier decision.
    double draw = Draws.of(context.settings().seed(), step, SimulatedAnnealing.NAME, 0).uniform();
    SimulatedAnnealing rule =
        new SimulatedAnnealing(
            annealing().temperature(), annealing().cooling(), annealing().largestDrop());
    int left = previous.total() - tally.total();
    boolean lost = tally.correct() + left < rule.needed(previous, book.accepted(), draw);
    if (left > 0 && !lost) {
      return scoreCandidate(book, step, redraw, candidate, plan, tally.correct(), tally.total(), 0);
    }
    Verdict verdict =
        left > 0
            ? rule.outOfReach(previous, tally, book.accepted(), draw)
            : rule.decide(previous, tally, book.accepted(), draw);
    List<String> techniques = new ArrayList<>(plan.techniques());
    techniques.add(SimulatedAnnealing.NAME);
    Plan acted = new Plan(techniques, plan.rateLimit(), plan.protectedSentences());
    return decide(book, outcome(book, step, redraw, candidate, acted, verdict));
  }

  private StepOutcome outcome(
      Book book, int step, int redraw, @Nullable Candidate candidate, Plan plan, Verdict verdict) {
    List<String> batch = drawn(step, redraw).stream().map(Example::id).toList();
    return new StepOutcome(
        step, batch, book.prompts().current().promptId(), candidate, plan, verdict);
  }

  /** The step's one decision, and what follows. */
  private Transition decide(Book book, StepOutcome outcome) {
    Book decided = book.after(outcome, context.acceptanceValidates());
    boolean due =
        outcome.accepted()
            && !context.acceptanceValidates()
            && decided.accepted() % optimizer().validation().every() == 0;
    Transition next =
        due ? validate(decided, outcome.step()) : startStep(decided, outcome.step() + 1);
    return next.after(
        outcome.toRecord(book.spending().stepUsage()), outcome.event(context.runId()));
  }

  /** The initial and the best prompt meet the test split, as far as they have not yet. */
  Transition test(Testing testing) {
    if (context.splits().test().isEmpty()) {
      return Ended.finished(context, testing.book(), null, null);
    }
    List<PromptProposed> proposals = new ArrayList<>();
    for (PromptVersion prompt : testing.open()) {
      proposals.addAll(
          Proposals.propose(
              context,
              testing.expected(context, prompt),
              testing.step(),
              Purpose.TEST,
              prompt.text(),
              context.splits().test()));
    }
    return Transition.to(testing, proposals);
  }

  private AnnealingSettings annealing() {
    return Objects.requireNonNull(optimizer().annealing(), "annealing is off");
  }

  private boolean annealed() {
    return optimizer().annealing() != null;
  }

  private OptimizerSettings optimizer() {
    return context.settings().optimizer();
  }
}
