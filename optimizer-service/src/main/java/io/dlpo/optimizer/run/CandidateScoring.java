package io.dlpo.optimizer.run;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.optimizer.step.Candidate;
import io.dlpo.optimizer.step.Plan;
import io.dlpo.optimizer.step.Tally;

/**
 * A step's candidate is being scored on the acceptance set.
 *
 * @param book the run so far
 * @param step from 1
 * @param redraw which of the step's batches led to it, from 0
 * @param candidate the candidate
 * @param plan what the techniques laid down for the step
 * @param attempt counts the proposals of this evaluation, from 0
 */
record CandidateScoring(
    Book book, int step, int redraw, Candidate candidate, Plan plan, int attempt)
    implements EvaluationAwaited {

  @Override
  public EvaluationId expected(RunContext context) {
    return Proposals.id(context, step, Purpose.ACCEPTANCE, candidate.promptId(), 0, attempt);
  }

  @Override
  public Transition next(RunContext context, Book counted, BatchScored event) {
    Tally tally = new Tally(event.correct(), event.evaluation().size());
    return new Flow(context).compared(counted, step, redraw, candidate, plan, tally);
  }

  @Override
  public ActiveState with(Book other) {
    return new CandidateScoring(other, step, redraw, candidate, plan, attempt);
  }

  @Override
  public ActiveState abandoned(RunContext context) {
    return with(book.with(book.spending().expectLateScore(expected(context))));
  }

  @Override
  public Transition again(RunContext context) {
    return new Flow(context).scoreCandidate(book, step, redraw, candidate, plan, attempt + 1);
  }

  @Override
  public String phase() {
    return "step " + step + ": scoring the candidate";
  }
}
