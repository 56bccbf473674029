package io.dlpo.optimizer.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.optimizer.annealing.Rungs;
import io.dlpo.optimizer.annealing.SimulatedAnnealing;
import io.dlpo.optimizer.prompt.Prompt;
import io.dlpo.optimizer.run.Budgeting.Evaluee;
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
import java.util.Optional;
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
    AnnealingSettings annealing = optimizer().annealing();
    if (annealing != null && annealing.start() == AnnealingStart.INITIAL) {
      return scorePrompt(book, 0, Purpose.ACCEPTANCE, 0);
    }
    return context.acceptanceValidates() ? startStep(book, 1) : validate(book, 0);
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
    return propose(
        new PromptScoring(book, step, purpose, attempt), id, purpose, prompt.text(), examples);
  }

  /** The initial prompt was scored on the acceptance set. */
  Transition initialCompared(Book book, Tally tally) {
    Book scored =
        book.with(book.prompts().scored(prompt -> prompt.withAcceptance(tally)))
            .with(book.course().scored(tally));
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
    return startStep(new Watch(context, scored).validated(tally), step + 1);
  }

  private Transition startStep(Book book, int step) {
    if (step > optimizer().steps() || book.charges().spent() != null) {
      return test(new Testing(book, null, null, null, 0, 0));
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
    return propose(
        new BatchScoring(book, step, redraw, attempt),
        id,
        Purpose.BATCH,
        prompt.text(),
        drawn(step, redraw));
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
        new Watch(context, book).batch(redraw, 0),
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
  Transition compare(
      Book book, int step, int redraw, Candidate candidate, Plan plan, Tally parentOnBatch) {
    AnnealingSettings annealing = optimizer().annealing();
    if (annealing != null) {
      return annealing.screening()
          ? screenCandidate(book, step, redraw, candidate, plan, parentOnBatch, 0)
          : scoreCandidate(book, step, redraw, candidate, plan, null, 0);
    }
    Verdict verdict =
        Verdict.uncompared(Ruling.UNCOMPARED, "taken unscored: annealing is off", null);
    return decide(book, outcome(book, step, redraw, candidate, plan, verdict));
  }

  /** The candidate answers the batch that it was made from. */
  Transition screenCandidate(
      Book book, int step, int redraw, Candidate candidate, Plan plan, Tally parent, int attempt) {
    CandidateScreening next =
        new CandidateScreening(book, step, redraw, candidate, plan, parent, attempt);
    return unaffordable(book, step, redraw, candidate, plan, drawn(step, redraw))
        .orElseGet(
            () ->
                propose(
                    next,
                    next.expected(context),
                    Purpose.SCREENING,
                    candidate.text(),
                    drawn(step, redraw)));
  }

  /** The candidate is no better than its parent on the batch that it was made from. */
  Transition screenedOut(
      Book book, int step, int redraw, Candidate candidate, Plan plan, Tally parent, Tally score) {
    String reason =
        "%s of its batch right, before %d: no better, so not scored further"
            .formatted(score, parent.correct());
    Verdict verdict = new Verdict(Ruling.SCREENED_OUT, reason, score, parent, null, null, null);
    return decide(book, outcome(book, step, redraw, candidate, plan, verdict));
  }

  /** The candidate is scored on the acceptance set's next rung. */
  Transition scoreCandidate(
      Book book,
      int step,
      int redraw,
      Candidate candidate,
      Plan plan,
      @Nullable Tally soFar,
      int attempt) {
    CandidateScoring next =
        new CandidateScoring(book, step, redraw, candidate, plan, soFar, attempt);
    int evaluated = soFar == null ? 0 : soFar.total();
    List<Example> all = context.acceptanceSet();
    int end = Rungs.of(all.size(), annealing().rungs()).endAfter(evaluated);
    List<Example> rung = all.subList(evaluated, end);
    return unaffordable(book, step, redraw, candidate, plan, rung)
        .orElseGet(
            () ->
                propose(next, next.expected(context), Purpose.ACCEPTANCE, candidate.text(), rung));
  }

  /** The step's end if its candidate cannot be scored any more. */
  private Optional<Transition> unaffordable(
      Book book, int step, int redraw, Candidate candidate, Plan plan, List<Example> examples) {
    return Budgeting.of(context, book)
        .refusal(
            Purpose.ACCEPTANCE,
            List.of(new Evaluee(candidate.promptId(), examples)),
            "scoring the candidate")
        .map(
            reason -> {
              Verdict verdict =
                  Verdict.uncompared(
                      Ruling.UNAFFORDABLE, "not scored: " + reason, previous(book).orElse(null));
              return decide(
                  book.with(book.charges().spent(reason)),
                  outcome(book, step, redraw, candidate, plan, verdict));
            });
  }

  /** What a candidate is compared with; empty if nothing is scored yet. */
  private Optional<Tally> previous(Book book) {
    Tally scored = book.prompts().current().acceptance();
    AnnealingSettings annealing = optimizer().annealing();
    if (scored == null && annealing != null && annealing.start() == AnnealingStart.ZERO) {
      return Optional.of(new Tally(0, context.acceptanceSet().size()));
    }
    return Optional.ofNullable(scored);
  }

  /** Proposes an evaluation, unless the budget ends the run before it. */
  private Transition propose(
      ActiveState next, EvaluationId id, Purpose purpose, String prompt, List<Example> examples) {
    Budgeting budgeting = Budgeting.of(context, next.book());
    Evaluee evaluee = new Evaluee(PromptId.of(prompt), examples);
    Optional<String> refusal =
        budgeting.refusal(purpose, List.of(evaluee), "the next " + words(purpose));
    if (refusal.isPresent()) {
      Book spent = next.book().with(next.book().charges().spent(refusal.get()));
      return test(new Testing(spent, null, null, null, 0, 0));
    }
    return Transition.to(
        next.with(budgeting.proposed(purpose, evaluee)),
        Proposals.propose(context, id, next.step(), purpose, prompt, examples));
  }

  private static String words(Purpose purpose) {
    return switch (purpose) {
      case BATCH -> "batch and its gradient";
      case SCREENING, ACCEPTANCE -> "candidate";
      case VALIDATION -> "validation";
      case TEST -> "test";
    };
  }

  /** The candidate was scored on the acceptance set, or on some of its rungs. */
  Transition compared(
      Book book, int step, int redraw, Candidate candidate, Plan plan, Tally tally) {
    Tally previous = previous(book).orElseThrow();
    int cooled = annealing().per() == CoolingPer.STEP ? step - 1 : book.accepted();
    // Drawn in every step, whether it is needed or not: no draw depends on an earlier decision.
    double draw = Draws.of(context.settings().seed(), step, SimulatedAnnealing.NAME, 0).uniform();
    SimulatedAnnealing rule =
        new SimulatedAnnealing(
            annealing().temperature(), annealing().cooling(), annealing().largestDrop());
    int left = previous.total() - tally.total();
    boolean lost = tally.micros() + left * Tally.ONE < rule.needed(previous, cooled, draw);
    if (left > 0 && !lost) {
      return scoreCandidate(book, step, redraw, candidate, plan, tally, 0);
    }
    Verdict verdict =
        left > 0
            ? rule.outOfReach(previous, tally, cooled, draw)
            : rule.decide(previous, tally, cooled, draw);
    Plan acted = plan.plus(SimulatedAnnealing.NAME);
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
      return Ended.finished(context, testing.book(), null, null, null);
    }
    List<Evaluee> evaluees =
        testing.open().stream()
            .map(prompt -> new Evaluee(prompt.promptId(), context.splits().test()))
            .toList();
    Optional<String> refusal =
        Budgeting.of(context, testing.book()).refusal(Purpose.TEST, evaluees, "the final test");
    if (refusal.isPresent()) {
      return untested(testing.book(), refusal.get());
    }
    Book book = testing.book();
    for (Evaluee evaluee : evaluees) {
      book = Budgeting.of(context, book).proposed(Purpose.TEST, evaluee);
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
    return Transition.to(testing.with(book), proposals);
  }

  /** What was kept back for the test was too little: tokens are known only when they are spent. */
  private Transition untested(Book book, String reason) {
    Book warned = book.warning("The test split is not scored: " + reason + ".");
    return Ended.finished(context, warned.with(warned.charges().spent(reason)), null, null, null);
  }

  private AnnealingSettings annealing() {
    return Objects.requireNonNull(optimizer().annealing(), "annealing is off");
  }

  private OptimizerSettings optimizer() {
    return context.settings().optimizer();
  }
}
