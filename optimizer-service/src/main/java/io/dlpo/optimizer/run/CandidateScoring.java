package io.dlpo.optimizer.run;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.optimizer.step.Candidate;
import io.dlpo.optimizer.step.Plan;
import io.dlpo.optimizer.step.Tally;
import org.jspecify.annotations.Nullable;

/**
 * A step's candidate is being scored on the acceptance set, rung by rung.
 *
 * @param book the run so far
 * @param step from 1
 * @param redraw which of the step's batches led to it, from 0
 * @param candidate the candidate
 * @param plan what the techniques laid down for the step
 * @param soFar its score on the rungs so far; null on the first
 * @param attempt counts the proposals of this evaluation, from 0
 */
record CandidateScoring(
    Book book,
    int step,
    int redraw,
    Candidate candidate,
    Plan plan,
    @Nullable Tally soFar,
    int attempt)
    implements EvaluationAwaited {

  @Override
  public EvaluationId expected(RunContext context) {
    return Proposals.id(
        context, step, Purpose.ACCEPTANCE, candidate.promptId(), evaluated(), attempt);
  }

  @Override
  public Transition next(RunContext context, Book counted, BatchScored event) {
    Tally rung = Tally.of(event);
    Tally sum = soFar == null ? rung : soFar.plus(rung);
    return new Flow(context).compared(counted, step, redraw, candidate, plan, sum);
  }

  private int evaluated() {
    return soFar == null ? 0 : soFar.total();
  }

  @Override
  public ActiveState with(Book other) {
    return new CandidateScoring(other, step, redraw, candidate, plan, soFar, attempt);
  }

  @Override
  public ActiveState abandoned(RunContext context) {
    return with(book.with(book.spending().expectLateScore(expected(context))));
  }

  @Override
  public Transition again(RunContext context) {
    return new Flow(context)
        .scoreCandidate(book, step, redraw, candidate, plan, soFar, attempt + 1);
  }

  @Override
  public String phase() {
    return "step " + step + ": scoring the candidate";
  }
}
