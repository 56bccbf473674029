package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.step.AggregateScore;
import org.jspecify.annotations.Nullable;

/**
 * A step's candidate is being scored on the acceptance set, rung by rung.
 *
 * @param history the run so far
 * @param trial the candidate
 * @param soFar its score on the rungs so far; null on the first
 * @param attempt counts the proposals of this evaluation, from 0
 */
record CandidateScoring(
    RunHistory history, Trial trial, @Nullable AggregateScore soFar, int attempt)
    implements EvaluationAwaited {

  @Override
  public EvaluationId expected(RunContext context) {
    return Proposals.id(
        context, step(), Purpose.ACCEPTANCE, trial.candidate().promptId(), evaluated(), attempt);
  }

  @Override
  public Transition next(RunContext context, RunHistory counted, BatchScored event) {
    AggregateScore rung = AggregateScore.of(event);
    return new Acceptance(context).scored(counted, trial, soFar == null ? rung : soFar.plus(rung));
  }

  /** The examples of the rungs so far. */
  int evaluated() {
    return soFar == null ? 0 : soFar.total();
  }

  @Override
  public ActiveState with(RunHistory other) {
    return new CandidateScoring(other, trial, soFar, attempt);
  }

  @Override
  public Transition again(RunContext context) {
    return new Acceptance(context).score(history, trial, soFar, attempt + 1);
  }

  @Override
  public int step() {
    return trial.step();
  }

  @Override
  public String phase() {
    return "step " + step() + ": scoring the candidate";
  }
}
