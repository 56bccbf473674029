package io.dlpo.optimizer.run;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.optimizer.step.Candidate;
import io.dlpo.optimizer.step.Plan;
import io.dlpo.optimizer.step.Tally;

/**
 * A step's candidate is being scored on the acceptance set, rung by rung.
 *
 * @param book the run so far
 * @param step from 1
 * @param redraw which of the step's batches led to it, from 0
 * @param candidate the candidate
 * @param plan what the techniques laid down for the step
 * @param correct its right answers on the rungs so far
 * @param evaluated the examples of the rungs so far; 0 on the first
 * @param attempt counts the proposals of this evaluation, from 0
 */
record CandidateScoring(
    Book book,
    int step,
    int redraw,
    Candidate candidate,
    Plan plan,
    int correct,
    int evaluated,
    int attempt)
    implements EvaluationAwaited {

  @Override
  public EvaluationId expected(RunContext context) {
    return Proposals.id(
        context, step, Purpose.ACCEPTANCE, candidate.promptId(), evaluated, attempt);
  }

  @Override
  public Transition next(RunContext context, Book counted, BatchScored event) {
    Tally sum = new Tally(correct + event.correct(), evaluated + event.evaluation().size());
    return new Flow(context).compared(counted, step, redraw, candidate, plan, sum);
  }

  @Override
  public ActiveState with(Book other) {
    return new CandidateScoring(other, step, redraw, candidate, plan, correct, evaluated, attempt);
  }

  @Override
  public ActiveState abandoned(RunContext context) {
    return with(book.with(book.spending().expectLateScore(expected(context))));
  }

  @Override
  public Transition again(RunContext context) {
    return new Flow(context)
        .scoreCandidate(book, step, redraw, candidate, plan, correct, evaluated, attempt + 1);
  }

  @Override
  public String phase() {
    return "step " + step + ": scoring the candidate";
  }
}
