package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.Candidate;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.Plan;
import io.dlpo.core.step.StepDecision;
import io.dlpo.core.step.StepOutcome;
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
    RunHistory history =
        RunHistory.begin(
            prompt.text(), prompt.frozen(), optimizer().steps(), context.splits().warnings());
    AnnealingSettings annealing = optimizer().annealing();
    if (annealing != null && annealing.start() == AnnealingStart.INITIAL) {
      return scorePrompt(history, 0, Purpose.ACCEPTANCE, 0);
    }
    return context.acceptanceValidates() ? startStep(history, 1) : validate(history, 0);
  }

  /** The run's own prompt is scored. */
  Transition scorePrompt(RunHistory history, int step, Purpose purpose, int attempt) {
    List<Example> examples =
        purpose == Purpose.ACCEPTANCE ? context.acceptanceSet() : context.splits().validation();
    return propose(
        new PromptScoring(history, step, purpose, attempt),
        purpose,
        examples,
        "scoring the current prompt");
  }

  /** The initial prompt was scored on the acceptance set. */
  Transition initialCompared(RunHistory history, AggregateScore aggregate) {
    RunHistory scored =
        history
            .with(history.prompts().scored(prompt -> prompt.withAcceptance(aggregate)))
            .with(history.memory().trend().scored(aggregate));
    return context.acceptanceValidates() ? validated(scored, 0, aggregate) : validate(scored, 0);
  }

  private Transition validate(RunHistory history, int step) {
    return context.splits().validation().isEmpty()
        ? startStep(history, step + 1)
        : scorePrompt(history, step, Purpose.VALIDATION, 0);
  }

  /** The run's own prompt was scored on the validation split. */
  Transition validated(RunHistory history, int step, AggregateScore aggregate) {
    RunHistory scored =
        history.with(history.prompts().scored(prompt -> prompt.withValidation(aggregate)));
    return startStep(new SignatureDetector(context, scored).validated(aggregate), step + 1);
  }

  private Transition startStep(RunHistory history, int step) {
    if (step > optimizer().steps() || history.charges().spent() != null) {
      return Testing.begin(context, history);
    }
    return draw(history.with(history.spending().stepBegun()), step, 0);
  }

  /**
   * The step draws a batch, and draws again while the batch is known to have no mistake. The last
   * batch it may draw is answered in any case: each decision follows an event of its own.
   */
  private Transition draw(RunHistory history, int step, int first) {
    Set<String> right = history.memory().knownRight().of(history.prompts().current().promptId());
    int redraw = first;
    while (redraw < optimizer().maxRedraws()
        && context.batch(step, redraw).stream().map(Example::id).allMatch(right::contains)) {
      redraw++;
    }
    return batch(history, step, redraw, 0);
  }

  /** A step's batch is answered. */
  Transition batch(RunHistory history, int step, int redraw, int attempt) {
    return propose(
        new BatchScoring(history, step, redraw, attempt),
        Purpose.BATCH,
        context.batch(step, redraw),
        "the next batch and its gradient");
  }

  /** The batch had no wrong answer. */
  Transition withoutMistake(RunHistory history, int step, int redraw) {
    if (redraw < optimizer().maxRedraws()) {
      return draw(history, step, redraw + 1);
    }
    return withoutCandidate(
        new SignatureDetector(context, history).batch(redraw, 0),
        step,
        redraw,
        Plan.NONE,
        DecisionKind.NO_MISTAKE,
        "no failing example in " + (redraw + 1) + (redraw == 0 ? " batch" : " batches"));
  }

  /** The step ends and has proposed nothing. */
  Transition withoutCandidate(
      RunHistory history, int step, int redraw, Plan plan, DecisionKind kind, String reason) {
    StepDecision decision =
        StepDecision.uncompared(kind, reason, history.prompts().current().acceptance());
    return decide(history, step, redraw, null, plan, decision);
  }

  /** The step's one decision, and what follows. */
  Transition decide(
      RunHistory history,
      int step,
      int redraw,
      @Nullable Candidate candidate,
      Plan plan,
      StepDecision decision) {
    List<String> batch = context.batch(step, redraw).stream().map(Example::id).toList();
    StepOutcome outcome =
        new StepOutcome(
            step, batch, history.prompts().current().promptId(), candidate, plan, decision);
    RunHistory decided = history.after(outcome, context.acceptanceValidates());
    return after(decided, step)
        .after(
            outcome.toRecord(history.spending().stepUsage()),
            decision.kind(),
            outcome.event(context.runId()),
            decided);
  }

  /** What follows the decision of a step. */
  Transition after(RunHistory decided, int step) {
    boolean due =
        decided.prompts().currentStep() == step
            && !context.acceptanceValidates()
            && decided.decisions().accepted() % optimizer().validation().every() == 0;
    return due ? validate(decided, step) : startStep(decided, step + 1);
  }

  /** Proposes an evaluation of the run's own prompt; where the budget forbids it, the run ends. */
  private Transition propose(
      EvaluationAwaited next, Purpose purpose, List<Example> examples, String what) {
    RunHistory history = next.history();
    EvaluationRequest request =
        new EvaluationRequest(
            next.expected(context),
            next.step(),
            purpose,
            history.prompts().current().text(),
            examples);
    Budgeting budgeting = new Budgeting(context, history);
    Optional<String> refusal = budgeting.refusal(List.of(request), what);
    return refusal.isPresent()
        ? Testing.begin(context, history.with(history.charges().spent(refusal.get())))
        : budgeting.propose(next, request);
  }

  private OptimizerSettings optimizer() {
    return context.settings().optimizer();
  }
}
