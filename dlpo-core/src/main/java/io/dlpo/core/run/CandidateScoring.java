package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.annealing.Rungs;
import io.dlpo.core.annealing.SimulatedAnnealing;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.Draws;
import io.dlpo.core.step.StepDecision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the score of a step's candidate on the acceptance set, one rung at a time.
 *
 * @param history the run so far
 * @param trial the candidate
 * @param soFar its score on the earlier rungs; null on the first rung
 * @param attempt number of earlier proposals of this evaluation
 */
record CandidateScoring(
    RunHistory history, Trial trial, @Nullable AggregateScore soFar, int attempt)
    implements EvaluationAwaited {

  /**
   * Proposes the next rung of the acceptance set. If the budget does not cover it, the step ends.
   *
   * @param soFar the candidate's score on the earlier rungs; null on the first rung
   */
  static Transition propose(
      RunContext context,
      RunHistory history,
      Trial trial,
      @Nullable AggregateScore soFar,
      int attempt) {
    CandidateScoring next = new CandidateScoring(history, trial, soFar, attempt);
    List<Example> all = context.acceptanceSet(history);
    int end = Rungs.of(all.size(), context.annealing().rungs()).endAfter(next.evaluated());
    return Proposals.proposeCandidate(
        context, next, trial, Purpose.ACCEPTANCE, all.subList(next.evaluated(), end));
  }

  @Override
  public EvaluationId expected(RunContext context) {
    return Proposals.id(
        context, step(), Purpose.ACCEPTANCE, trial.candidate().promptId(), evaluated(), attempt);
  }

  @Override
  public Transition next(RunContext context, RunHistory counted, BatchScored event) {
    AggregateScore rung = AggregateScore.of(event);
    AggregateScore score = soFar == null ? rung : soFar.plus(rung);
    AggregateScore previous = context.previousScore(counted).orElseThrow();
    int cooled = cooled(context, counted);
    // Always drawn, even if it is not needed, so that no draw depends on an earlier decision.
    double draw = Draws.of(context.settings().seed(), step(), SimulatedAnnealing.NAME, 0).uniform();
    SimulatedAnnealing rule = context.annealing().rule();
    int left = previous.total() - score.total();
    boolean lost = score.micros() + left * AggregateScore.ONE < rule.needed(previous, cooled, draw);
    if (left > 0 && !lost) {
      return propose(context, counted, trial, score, 0);
    }
    StepDecision decision =
        left > 0
            ? rule.outOfReach(previous, score, cooled, draw)
            : rule.decide(previous, score, cooled, draw);
    return Steps.end(context, counted, trial.with(SimulatedAnnealing.NAME), decision);
  }

  /** Returns how often the temperature was lowered before this step. */
  private int cooled(RunContext context, RunHistory counted) {
    return context.annealing().per() == CoolingPer.STEP
        ? step() - 1
        : counted.decisions().accepted();
  }

  /** Returns the number of examples in the rungs so far. */
  int evaluated() {
    return soFar == null ? 0 : soFar.total();
  }

  @Override
  public ActiveState with(RunHistory other) {
    return new CandidateScoring(other, trial, soFar, attempt);
  }

  @Override
  public Transition again(RunContext context) {
    return propose(context, history, trial, soFar, attempt + 1);
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
