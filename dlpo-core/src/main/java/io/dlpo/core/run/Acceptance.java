package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.core.annealing.Rungs;
import io.dlpo.core.annealing.SimulatedAnnealing;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.Draws;
import io.dlpo.core.step.StepDecision;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From a step's candidate to its verdict: screened on its batch, scored rung by rung, compared with
 * the prompt before. {@link Flow} goes on with the decision.
 *
 * @param context the run
 */
record Acceptance(RunContext context) {

  /**
   * A candidate was made.
   *
   * @param parentOnBatch the prompt it was made from, on the batch
   */
  Transition of(RunHistory history, Trial trial, AggregateScore parentOnBatch) {
    AnnealingSettings annealing = context.settings().optimizer().annealing();
    if (annealing == null) {
      String reason = "taken unscored: annealing is off";
      return decide(history, trial, StepDecision.uncompared(DecisionKind.UNCOMPARED, reason, null));
    }
    return annealing.screening()
        ? screen(history, trial, parentOnBatch, 0)
        : score(history, trial, null, 0);
  }

  /** The candidate answers the batch that it was made from. */
  Transition screen(RunHistory history, Trial trial, AggregateScore parent, int attempt) {
    return propose(
        trial,
        new CandidateScreening(history, trial, parent, attempt),
        Purpose.SCREENING,
        context.batch(trial.step(), trial.redraw()));
  }

  /**
   * The candidate has answered its batch.
   *
   * @param parent the prompt it was made from
   * @param score the candidate
   */
  Transition screened(
      RunHistory history, Trial trial, AggregateScore parent, AggregateScore score) {
    if (score.correct() > parent.correct()) {
      return score(history, trial, null, 0);
    }
    String reason =
        "%s of its batch right, before %d: no better, so not scored further"
            .formatted(score, parent.correct());
    return decide(
        history,
        trial,
        new StepDecision(DecisionKind.SCREENED_OUT, reason, score, parent, null, null, null));
  }

  /**
   * The candidate is scored on the acceptance set's next rung.
   *
   * @param soFar on the rungs before; null on the first
   */
  Transition score(RunHistory history, Trial trial, @Nullable AggregateScore soFar, int attempt) {
    CandidateScoring next = new CandidateScoring(history, trial, soFar, attempt);
    List<Example> all = context.acceptanceSet();
    int end = Rungs.of(all.size(), annealing().rungs()).endAfter(next.evaluated());
    return propose(trial, next, Purpose.ACCEPTANCE, all.subList(next.evaluated(), end));
  }

  /** The candidate was scored on the acceptance set, or on some of its rungs. */
  Transition scored(RunHistory history, Trial trial, AggregateScore aggregate) {
    AggregateScore previous = previous(history).orElseThrow();
    int accepted = history.decisions().accepted();
    int cooled = annealing().per() == CoolingPer.STEP ? trial.step() - 1 : accepted;
    // Drawn in every step, whether it is needed or not: no draw depends on an earlier decision.
    double draw =
        Draws.of(context.settings().seed(), trial.step(), SimulatedAnnealing.NAME, 0).uniform();
    SimulatedAnnealing rule =
        new SimulatedAnnealing(
            annealing().temperature(), annealing().cooling(), annealing().largestDrop());
    int left = previous.total() - aggregate.total();
    boolean lost =
        aggregate.micros() + left * AggregateScore.ONE < rule.needed(previous, cooled, draw);
    if (left > 0 && !lost) {
      return score(history, trial, aggregate, 0);
    }
    StepDecision decision =
        left > 0
            ? rule.outOfReach(previous, aggregate, cooled, draw)
            : rule.decide(previous, aggregate, cooled, draw);
    return decide(history, trial.with(SimulatedAnnealing.NAME), decision);
  }

  /** Proposes an evaluation of the candidate; where the budget forbids it, the step ends. */
  private Transition propose(
      Trial trial, EvaluationAwaited next, Purpose purpose, List<Example> examples) {
    EvaluationRequest request =
        new EvaluationRequest(
            next.expected(context), trial.step(), purpose, trial.candidate().text(), examples);
    Budgeting budgeting = new Budgeting(context, next.history());
    return budgeting
        .refusal(List.of(request), "scoring the candidate")
        .map(reason -> unaffordable(next.history(), trial, reason))
        .orElseGet(() -> budgeting.propose(next, request));
  }

  private Transition unaffordable(RunHistory history, Trial trial, String reason) {
    StepDecision decision =
        StepDecision.uncompared(
            DecisionKind.UNAFFORDABLE, "not scored: " + reason, previous(history).orElse(null));
    return decide(history.with(history.charges().spent(reason)), trial, decision);
  }

  private Transition decide(RunHistory history, Trial trial, StepDecision decision) {
    return new Flow(context)
        .decide(history, trial.step(), trial.redraw(), trial.candidate(), trial.plan(), decision);
  }

  /** What a candidate is compared with; empty if nothing is scored yet. */
  private Optional<AggregateScore> previous(RunHistory history) {
    AggregateScore scored = history.prompts().current().acceptance();
    if (scored == null && annealing().start() == AnnealingStart.ZERO) {
      return Optional.of(new AggregateScore(0, context.acceptanceSet().size()));
    }
    return Optional.ofNullable(scored);
  }

  private AnnealingSettings annealing() {
    return Objects.requireNonNull(context.settings().optimizer().annealing(), "annealing is off");
  }
}
