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

  /**
   * Proposes the acceptance set's next rung; if the budget forbids it, the step ends.
   *
   * @param soFar the candidate on the rungs before; null on the first
   */
  static Transition propose(
      RunContext context,
      RunHistory history,
      Trial trial,
      @Nullable AggregateScore soFar,
      int attempt) {
    CandidateScoring next = new CandidateScoring(history, trial, soFar, attempt);
    List<Example> all = context.acceptanceSet();
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
    // Drawn in every step, whether it is needed or not: no draw depends on an earlier decision.
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

  /** How often the temperature was lowered before this step. */
  private int cooled(RunContext context, RunHistory counted) {
    return context.annealing().per() == CoolingPer.STEP
        ? step() - 1
        : counted.decisions().accepted();
  }

  /** How many examples the rungs so far hold. */
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
