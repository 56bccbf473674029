package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.step.AggregateScore;
import java.util.List;

/**
 * Waits for the score of the current prompt: the initial prompt before the first step, or the
 * prompt that a step has accepted. Also waits for its score on a larger acceptance set.
 *
 * @param history the run so far
 * @param step the step that made the prompt; 0 for the initial one
 * @param purpose ACCEPTANCE or VALIDATION
 * @param grown size to which the acceptance set grows; 0 if it does not
 * @param attempt number of earlier proposals of this evaluation
 */
record PromptScoring(RunHistory history, int step, Purpose purpose, int grown, int attempt)
    implements EvaluationAwaited {

  /** Proposes the evaluation, or the final test if the budget does not cover it. */
  static Transition propose(RunContext context, RunHistory history, int step, Purpose purpose) {
    return new PromptScoring(history, step, purpose, 0, 0).proposed(context);
  }

  /**
   * Proposes the current prompt's evaluation on a larger acceptance set, if the budget covers it.
   */
  static Transition grow(RunContext context, RunHistory history, int step, int size) {
    return new PromptScoring(history, step, Purpose.ACCEPTANCE, size, 0).proposed(context);
  }

  private Transition proposed(RunContext context) {
    if (grown > 0) {
      List<Example> examples = context.annealing().split(context.splits()).subList(0, grown);
      String prompt = history.prompts().current().text();
      return Proposals.propose(
          context,
          this,
          List.of(new EvaluationRequest(expected(context), step, purpose, prompt, examples)),
          "scoring the current prompt",
          reason -> Steps.draw(context, history, step + 1));
    }
    List<Example> examples =
        purpose == Purpose.ACCEPTANCE ? context.acceptanceSet() : context.splits().validation();
    return Proposals.proposeCurrent(context, this, purpose, examples, "scoring the current prompt");
  }

  /**
   * Scores the current prompt on the validation split. If the split is empty, or prompts are not
   * validated during the run, starts the next step.
   */
  static Transition validate(RunContext context, RunHistory history, int step) {
    return context.splits().validation().isEmpty()
            || !context.settings().optimizer().validation().validatesSteps()
        ? Steps.begin(context, history, context.after(step))
        : propose(context, history, step, Purpose.VALIDATION);
  }

  @Override
  public EvaluationId expected(RunContext context) {
    return Proposals.id(
        context, step, purpose, history.prompts().current().promptId(), grown, attempt);
  }

  @Override
  public Transition next(RunContext context, RunHistory counted, BatchScored event) {
    AggregateScore score = AggregateScore.of(event);
    if (grown > 0) {
      Prompts scored = counted.prompts().scored(prompt -> prompt.withAcceptance(score));
      return Steps.continued(
          context,
          counted.with(
              context.acceptanceValidates()
                  ? scored.scored(prompt -> prompt.withValidation(score))
                  : scored),
          step + 1);
    }
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
    return Steps.begin(
        context, SignatureDetector.validated(context, scored, score), context.after(step));
  }

  @Override
  public ActiveState with(RunHistory other) {
    return new PromptScoring(other, step, purpose, grown, attempt);
  }

  @Override
  public Transition again(RunContext context) {
    return new PromptScoring(history, step, purpose, grown, attempt + 1).proposed(context);
  }

  @Override
  public String phase() {
    return step == 0 && grown == 0
        ? "scoring the initial prompt"
        : "step "
            + step
            + (grown == 0
                ? ": validating the accepted prompt"
                : ": scoring the prompt on " + grown + " examples");
  }
}
