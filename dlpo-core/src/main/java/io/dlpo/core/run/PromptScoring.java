package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.step.AggregateScore;
import java.util.List;

/**
 * Waits for the score of the current prompt: the initial prompt before the first step, or the
 * prompt that a step has accepted.
 *
 * @param history the run so far
 * @param step the step that made the prompt; 0 for the initial one
 * @param purpose ACCEPTANCE or VALIDATION
 * @param attempt number of earlier proposals of this evaluation
 */
record PromptScoring(RunHistory history, int step, Purpose purpose, int attempt)
    implements EvaluationAwaited {

  /** Proposes the evaluation, or the final test if the budget does not cover it. */
  static Transition propose(
      RunContext context, RunHistory history, int step, Purpose purpose, int attempt) {
    PromptScoring next = new PromptScoring(history, step, purpose, attempt);
    List<Example> examples =
        purpose == Purpose.ACCEPTANCE ? context.acceptanceSet() : context.splits().validation();
    return Proposals.proposeCurrent(context, next, purpose, examples, "scoring the current prompt");
  }

  /**
   * Scores the current prompt on the validation split. If the split is empty, starts the next step.
   */
  static Transition validate(RunContext context, RunHistory history, int step) {
    return context.splits().validation().isEmpty()
        ? Steps.begin(context, history, step + 1)
        : propose(context, history, step, Purpose.VALIDATION, 0);
  }

  @Override
  public EvaluationId expected(RunContext context) {
    return Proposals.id(context, step, purpose, history.prompts().current().promptId(), 0, attempt);
  }

  @Override
  public Transition next(RunContext context, RunHistory counted, BatchScored event) {
    AggregateScore score = AggregateScore.of(event);
    return purpose == Purpose.ACCEPTANCE
        ? compared(context, counted, score)
        : validated(context, counted, score);
  }

  /** Stores the initial prompt's acceptance score, with which candidates are compared. */
  private Transition compared(RunContext context, RunHistory counted, AggregateScore score) {
    RunHistory scored =
        counted
            .with(counted.prompts().scored(prompt -> prompt.withAcceptance(score)))
            .with(counted.memory().trend().scored(score));
    return context.acceptanceValidates()
        ? validated(context, scored, score)
        : validate(context, scored, step);
  }

  private Transition validated(RunContext context, RunHistory counted, AggregateScore score) {
    RunHistory scored =
        counted.with(counted.prompts().scored(prompt -> prompt.withValidation(score)));
    return Steps.begin(context, SignatureDetector.validated(context, scored, score), step + 1);
  }

  @Override
  public ActiveState with(RunHistory other) {
    return new PromptScoring(other, step, purpose, attempt);
  }

  @Override
  public Transition again(RunContext context) {
    return propose(context, history, step, purpose, attempt + 1);
  }

  @Override
  public String phase() {
    return step == 0
        ? "scoring the initial prompt"
        : "step " + step + ": validating the accepted prompt";
  }
}
