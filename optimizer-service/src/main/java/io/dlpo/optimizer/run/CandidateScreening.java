package io.dlpo.optimizer.run;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.optimizer.step.Candidate;
import io.dlpo.optimizer.step.Plan;
import io.dlpo.optimizer.step.Tally;

/**
 * A step's candidate answers the step's own batch: the first rung, on which it is compared with the
 * prompt it was made from.
 *
 * @param book the run so far
 * @param step from 1
 * @param redraw which of the step's batches it is, from 0
 * @param candidate the candidate
 * @param plan what the techniques laid down for the step
 * @param parent the prompt it was made from, on the same batch
 * @param attempt counts the proposals of this evaluation, from 0
 */
record CandidateScreening(
    Book book, int step, int redraw, Candidate candidate, Plan plan, Tally parent, int attempt)
    implements EvaluationAwaited {

  @Override
  public EvaluationId expected(RunContext context) {
    return Proposals.id(context, step, Purpose.SCREENING, candidate.promptId(), redraw, attempt);
  }

  @Override
  public Transition next(RunContext context, Book counted, BatchScored event) {
    Tally score = Tally.of(event);
    Flow flow = new Flow(context);
    return score.correct() > parent.correct()
        ? flow.scoreCandidate(counted, step, redraw, candidate, plan, null, 0)
        : flow.screenedOut(counted, step, redraw, candidate, plan, parent, score);
  }

  @Override
  public ActiveState with(Book other) {
    return new CandidateScreening(other, step, redraw, candidate, plan, parent, attempt);
  }

  @Override
  public ActiveState abandoned(RunContext context) {
    return with(book.with(book.spending().expectLateScore(expected(context))));
  }

  @Override
  public Transition again(RunContext context) {
    return new Flow(context)
        .screenCandidate(book, step, redraw, candidate, plan, parent, attempt + 1);
  }

  @Override
  public String phase() {
    return "step " + step + ": screening the candidate on its batch";
  }
}
