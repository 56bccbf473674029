package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import java.util.List;

/**
 * Waits for the scores of the best accepted prompts on the whole validation split. The best of them
 * is the run's result. A prompt that was accepted on few examples often looks better than it is;
 * more examples tell chance from quality.
 *
 * @param history the run so far
 * @param finalists the prompts, by acceptance score, best first, 2 or more
 * @param scores the finalists' scores so far
 * @param attempt number of earlier proposals of these evaluations
 */
record FinalChoice(RunHistory history, List<PromptId> finalists, Scores scores, int attempt)
    implements EvaluationsAwaited {

  /** Distinguishes its evaluations from those of accepted prompts during the run. */
  private static final int LAST = 1;

  FinalChoice {
    finalists = List.copyOf(finalists);
  }

  /**
   * Proposes the evaluations, or the final test if there is nothing to choose from. A chain waits
   * for the others first.
   */
  static Transition propose(RunContext context, RunHistory history) {
    if (context.round() != null) {
      return Transition.to(new ChainWaiting(history), List.of());
    }
    OptimizerSettings optimizer = context.settings().optimizer();
    List<PromptId> finalists = history.prompts().finalists(optimizer.validation().finalists());
    return finalists.size() < 2 || optimizer.finalChoice(context.splits()) == 0
        ? Testing.propose(context, history)
        : new FinalChoice(history, finalists, Scores.NONE, 0).proposeOpen(context);
  }

  private Transition proposeOpen(RunContext context) {
    List<EvaluationRequest> requests =
        open().stream().map(prompt -> request(context, prompt)).toList();
    return Proposals.propose(
        context,
        this,
        requests,
        "the final choice",
        reason -> Testing.propose(context, history.with(history.charges().spent(reason))));
  }

  private EvaluationRequest request(RunContext context, PromptId prompt) {
    return new EvaluationRequest(
        expected(context, prompt),
        step(),
        Purpose.VALIDATION,
        history.prompts().accepted(prompt).text(),
        context.splits().validation());
  }

  @Override
  public List<PromptId> evaluated() {
    return finalists;
  }

  @Override
  public EvaluationId expected(RunContext context, PromptId prompt) {
    return Proposals.id(context, step(), Purpose.VALIDATION, prompt, LAST, attempt);
  }

  @Override
  public Transition next(RunContext context) {
    return Testing.propose(context, history.with(history.prompts().validated(scores)));
  }

  @Override
  public EvaluationsAwaited with(RunHistory other, Scores others) {
    return new FinalChoice(other, finalists, others, attempt);
  }

  @Override
  public Transition again(RunContext context) {
    return new FinalChoice(history, finalists, scores, attempt + 1).proposeOpen(context);
  }

  @Override
  public int step() {
    return history.decisions().made();
  }

  @Override
  public String phase() {
    return "choosing between the best " + finalists.size() + " prompts";
  }
}
