package io.dlpo.optimizer.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.optimizer.annealing.Rungs;
import io.dlpo.optimizer.annealing.SimulatedAnnealing;
import io.dlpo.optimizer.step.Draws;
import io.dlpo.optimizer.step.Ruling;
import io.dlpo.optimizer.step.Tally;
import io.dlpo.optimizer.step.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From a step's candidate to its verdict: screened on its batch, scored rung by rung, compared with
 * the prompt before. {@link Flow} goes on with the verdict.
 *
 * @param context the run
 */
record Acceptance(RunContext context) {

  /**
   * A candidate was made.
   *
   * @param parentOnBatch the prompt it was made from, on the batch
   */
  Transition of(Book book, Trial trial, Tally parentOnBatch) {
    AnnealingSettings annealing = context.settings().optimizer().annealing();
    if (annealing == null) {
      String reason = "taken unscored: annealing is off";
      return decide(book, trial, Verdict.uncompared(Ruling.UNCOMPARED, reason, null));
    }
    return annealing.screening()
        ? screen(book, trial, parentOnBatch, 0)
        : score(book, trial, null, 0);
  }

  /** The candidate answers the batch that it was made from. */
  Transition screen(Book book, Trial trial, Tally parent, int attempt) {
    return propose(
        trial,
        new CandidateScreening(book, trial, parent, attempt),
        Purpose.SCREENING,
        context.batch(trial.step(), trial.redraw()));
  }

  /**
   * The candidate has answered its batch.
   *
   * @param parent the prompt it was made from
   * @param score the candidate
   */
  Transition screened(Book book, Trial trial, Tally parent, Tally score) {
    if (score.correct() > parent.correct()) {
      return score(book, trial, null, 0);
    }
    String reason =
        "%s of its batch right, before %d: no better, so not scored further"
            .formatted(score, parent.correct());
    return decide(
        book, trial, new Verdict(Ruling.SCREENED_OUT, reason, score, parent, null, null, null));
  }

  /**
   * The candidate is scored on the acceptance set's next rung.
   *
   * @param soFar on the rungs before; null on the first
   */
  Transition score(Book book, Trial trial, @Nullable Tally soFar, int attempt) {
    CandidateScoring next = new CandidateScoring(book, trial, soFar, attempt);
    List<Example> all = context.acceptanceSet();
    int end = Rungs.of(all.size(), annealing().rungs()).endAfter(next.evaluated());
    return propose(trial, next, Purpose.ACCEPTANCE, all.subList(next.evaluated(), end));
  }

  /** The candidate was scored on the acceptance set, or on some of its rungs. */
  Transition scored(Book book, Trial trial, Tally tally) {
    Tally previous = previous(book).orElseThrow();
    int accepted = book.decisions().accepted();
    int cooled = annealing().per() == CoolingPer.STEP ? trial.step() - 1 : accepted;
    // Drawn in every step, whether it is needed or not: no draw depends on an earlier decision.
    double draw =
        Draws.of(context.settings().seed(), trial.step(), SimulatedAnnealing.NAME, 0).uniform();
    SimulatedAnnealing rule =
        new SimulatedAnnealing(
            annealing().temperature(), annealing().cooling(), annealing().largestDrop());
    int left = previous.total() - tally.total();
    boolean lost = tally.micros() + left * Tally.ONE < rule.needed(previous, cooled, draw);
    if (left > 0 && !lost) {
      return score(book, trial, tally, 0);
    }
    Verdict verdict =
        left > 0
            ? rule.outOfReach(previous, tally, cooled, draw)
            : rule.decide(previous, tally, cooled, draw);
    return decide(book, trial.with(SimulatedAnnealing.NAME), verdict);
  }

  /** Proposes an evaluation of the candidate; where the budget forbids it, the step ends. */
  private Transition propose(
      Trial trial, EvaluationAwaited next, Purpose purpose, List<Example> examples) {
    EvaluationRequest request =
        new EvaluationRequest(
            next.expected(context), trial.step(), purpose, trial.candidate().text(), examples);
    Budgeting budgeting = new Budgeting(context, next.book());
    return budgeting
        .refusal(List.of(request), "scoring the candidate")
        .map(reason -> unaffordable(next.book(), trial, reason))
        .orElseGet(() -> budgeting.propose(next, request));
  }

  private Transition unaffordable(Book book, Trial trial, String reason) {
    Verdict verdict =
        Verdict.uncompared(
            Ruling.UNAFFORDABLE, "not scored: " + reason, previous(book).orElse(null));
    return decide(book.with(book.charges().spent(reason)), trial, verdict);
  }

  private Transition decide(Book book, Trial trial, Verdict verdict) {
    return new Flow(context)
        .decide(book, trial.step(), trial.redraw(), trial.candidate(), trial.plan(), verdict);
  }

  /** What a candidate is compared with; empty if nothing is scored yet. */
  private Optional<Tally> previous(Book book) {
    Tally scored = book.prompts().current().acceptance();
    if (scored == null && annealing().start() == AnnealingStart.ZERO) {
      return Optional.of(new Tally(0, context.acceptanceSet().size()));
    }
    return Optional.ofNullable(scored);
  }

  private AnnealingSettings annealing() {
    return Objects.requireNonNull(context.settings().optimizer().annealing(), "annealing is off");
  }
}
