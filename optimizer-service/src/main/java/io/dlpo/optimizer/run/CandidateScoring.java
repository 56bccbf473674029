package io.dlpo.optimizer.run;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.optimizer.step.Tally;
import org.jspecify.annotations.Nullable;

/**
 * A step's candidate is being scored on the acceptance set, rung by rung.
 *
 * @param book the run so far
 * @param trial the candidate
 * @param soFar its score on the rungs so far; null on the first
 * @param attempt counts the proposals of this evaluation, from 0
 */
record CandidateScoring(Book book, Trial trial, @Nullable Tally soFar, int attempt)
    implements EvaluationAwaited {

  @Override
  public EvaluationId expected(RunContext context) {
    return Proposals.id(
        context, step(), Purpose.ACCEPTANCE, trial.candidate().promptId(), evaluated(), attempt);
  }

  @Override
  public Transition next(RunContext context, Book counted, BatchScored event) {
    Tally rung = Tally.of(event);
    return new Acceptance(context).scored(counted, trial, soFar == null ? rung : soFar.plus(rung));
  }

  /** The examples of the rungs so far. */
  int evaluated() {
    return soFar == null ? 0 : soFar.total();
  }

  @Override
  public ActiveState with(Book other) {
    return new CandidateScoring(other, trial, soFar, attempt);
  }

  @Override
  public Transition again(RunContext context) {
    return new Acceptance(context).score(book, trial, soFar, attempt + 1);
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
