package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.step.AggregateScore;

/**
 * A step's candidate answers the step's own batch: the first rung, on which it is compared with the
 * prompt it was made from.
 *
 * @param history the run so far
 * @param trial the candidate
 * @param parent the prompt it was made from, on the same batch
 * @param attempt counts the proposals of this evaluation, from 0
 */
record CandidateScreening(RunHistory history, Trial trial, AggregateScore parent, int attempt)
    implements EvaluationAwaited {

  @Override
  public EvaluationId expected(RunContext context) {
    return Proposals.id(
        context, step(), Purpose.SCREENING, trial.candidate().promptId(), trial.redraw(), attempt);
  }

  @Override
  public Transition next(RunContext context, RunHistory counted, BatchScored event) {
    return new Acceptance(context).screened(counted, trial, parent, AggregateScore.of(event));
  }

  @Override
  public ActiveState with(RunHistory other) {
    return new CandidateScreening(other, trial, parent, attempt);
  }

  @Override
  public Transition again(RunContext context) {
    return new Acceptance(context).screen(history, trial, parent, attempt + 1);
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
