package io.dlpo.optimizer.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.optimizer.prompt.Prompt;
import io.dlpo.optimizer.step.Candidate;
import io.dlpo.optimizer.step.Plan;
import io.dlpo.optimizer.step.Ruling;
import io.dlpo.optimizer.step.StepOutcome;
import io.dlpo.optimizer.step.Tally;
import io.dlpo.optimizer.step.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows what in a run: score the initial prompt; in each step draw a batch, decide on the
 * candidate that comes of it, validate; at the end test. States call it to go on.
 *
 * @param context the run
 */
record Flow(RunContext context) {

  Transition begin() {
    Prompt prompt = Prompt.parse(context.settings().prompt());
    Book book =
        Book.begin(
            prompt.text(), prompt.frozen(), optimizer().steps(), context.splits().warnings());
    AnnealingSettings annealing = optimizer().annealing();
    if (annealing != null && annealing.start() == AnnealingStart.INITIAL) {
      return scorePrompt(book, 0, Purpose.ACCEPTANCE, 0);
    }
    return context.acceptanceValidates() ? startStep(book, 1) : validate(book, 0);
  }

  /** The run's own prompt is scored. */
  Transition scorePrompt(Book book, int step, Purpose purpose, int attempt) {
    List<Example> examples =
        purpose == Purpose.ACCEPTANCE ? context.acceptanceSet() : context.splits().validation();
    return propose(
        new PromptScoring(book, step, purpose, attempt),
        purpose,
        examples,
        "scoring the current prompt");
  }

  /** The initial prompt was scored on the acceptance set. */
  Transition initialCompared(Book book, Tally tally) {
    Book scored =
        book.with(book.prompts().scored(prompt -> prompt.withAcceptance(tally)))
            .with(book.memory().course().scored(tally));
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
      return Testing.begin(context, book);
    }
    return draw(book.with(book.spending().stepBegun()), step, 0);
  }

  /**
   * The step draws a batch, and draws again while the batch is known to have no mistake. The last
   * batch it may draw is answered in any case: each decision follows an event of its own.
   */
  private Transition draw(Book book, int step, int first) {
    Set<String> right = book.memory().knownRight().of(book.prompts().current().promptId());
    int redraw = first;
    while (redraw < optimizer().maxRedraws()
        && context.batch(step, redraw).stream().map(Example::id).allMatch(right::contains)) {
      redraw++;
    }
    return batch(book, step, redraw, 0);
  }

  /** A step's batch is answered. */
  Transition batch(Book book, int step, int redraw, int attempt) {
    return propose(
        new BatchScoring(book, step, redraw, attempt),
        Purpose.BATCH,
        context.batch(step, redraw),
        "the next batch and its gradient");
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
    return decide(book, step, redraw, null, plan, verdict);
  }

  /** The step's one decision, and what follows. */
  Transition decide(
      Book book, int step, int redraw, @Nullable Candidate candidate, Plan plan, Verdict verdict) {
    List<String> batch = context.batch(step, redraw).stream().map(Example::id).toList();
    StepOutcome outcome =
        new StepOutcome(step, batch, book.prompts().current().promptId(), candidate, plan, verdict);
    Book decided = book.after(outcome, context.acceptanceValidates());
    return after(decided, step)
        .after(
            outcome.toRecord(book.spending().stepUsage()),
            verdict.ruling(),
            outcome.event(context.runId()),
            decided);
  }

  /** What follows the decision of a step. */
  Transition after(Book decided, int step) {
    boolean due =
        decided.prompts().currentStep() == step
            && !context.acceptanceValidates()
            && decided.decisions().accepted() % optimizer().validation().every() == 0;
    return due ? validate(decided, step) : startStep(decided, step + 1);
  }

  /** Proposes an evaluation of the run's own prompt; where the budget forbids it, the run ends. */
  private Transition propose(
      EvaluationAwaited next, Purpose purpose, List<Example> examples, String what) {
    Book book = next.book();
    EvaluationRequest request =
        new EvaluationRequest(
            next.expected(context),
            next.step(),
            purpose,
            book.prompts().current().text(),
            examples);
    Budgeting budgeting = new Budgeting(context, book);
    Optional<String> refusal = budgeting.refusal(List.of(request), what);
    return refusal.isPresent()
        ? Testing.begin(context, book.with(book.charges().spent(refusal.get())))
        : budgeting.propose(next, request);
  }

  private OptimizerSettings optimizer() {
    return context.settings().optimizer();
  }
}
