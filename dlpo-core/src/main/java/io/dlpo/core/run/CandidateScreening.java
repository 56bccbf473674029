package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.StepDecision;

/**
 * Waits for the candidate's score on the step's own batch. The candidate is scored on the
 * acceptance set only if it has more correct answers on the batch than its parent.
 *
 * @param history the run so far
 * @param trial the candidate
 * @param parent the parent's score on the same batch
 * @param attempt number of earlier proposals of this evaluation
 */
record CandidateScreening(RunHistory history, Trial trial, AggregateScore parent, int attempt)
    implements EvaluationAwaited {

  /** Proposes the evaluation. If the budget does not cover it, the step ends. */
  static Transition propose(
      RunContext context, RunHistory history, Trial trial, AggregateScore parent, int attempt) {
    return Proposals.proposeCandidate(
        context,
        new CandidateScreening(history, trial, parent, attempt),
        trial,
        Purpose.SCREENING,
        context.batch(trial.step(), trial.redraw()));
  }

  @Override
  public EvaluationId expected(RunContext context) {
    return Proposals.id(
        context, step(), Purpose.SCREENING, trial.candidate().promptId(), trial.redraw(), attempt);
  }

  @Override
  public Transition next(RunContext context, RunHistory counted, BatchScored event) {
    AggregateScore score = AggregateScore.of(event);
    if (score.correct() > parent.correct()) {
      return CandidateScoring.propose(context, counted, trial, null, 0);
    }
    String reason =
        "%s of its batch right, before %d: no better, so not scored further"
            .formatted(score, parent.correct());
    return Steps.end(
        context,
        counted,
        trial,
        new StepDecision(DecisionKind.SCREENED_OUT, reason, score, parent, null, null, null));
  }

  @Override
  public ActiveState with(RunHistory other) {
    return new CandidateScreening(other, trial, parent, attempt);
  }

  @Override
  public Transition again(RunContext context) {
    return propose(context, history, trial, parent, attempt + 1);
  }

  @Override
  public int step() {
    return trial.step();
  }

  @Override
  public String phase() {
    return "step " + step() + ": screening the candidate on its batch";
  }
}
