package io.dlpo.core.signature;

import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.StepOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scores of a run and the failure signatures detected in them. A detected signature is kept,
 * with its latest figures.
 *
 * @param accuracies accuracies of the run's scored prompts, in order, all on the same examples
 * @param idle number of updates since the last known improvement in accuracy
 * @param batches the current prompt's score on its batches; null if it has none
 * @param signatures detected signatures, at most one of each kind
 * @param lost which of the idle updates gave no candidate; absent in states that older versions
 *     stored
 */
public record ScoreTrend(
    List<AggregateScore> accuracies,
    int idle,
    @Nullable AggregateScore batches,
    List<Signature> signatures,
    LostUpdates lost) {

  /** The trend of a run without scores. */
  public static final ScoreTrend BEGINNING =
      new ScoreTrend(List.of(), 0, null, List.of(), LostUpdates.NONE);

  private static final String BATCHES = "batches of the train split";

  public ScoreTrend {
    accuracies = List.copyOf(accuracies);
    signatures = List.copyOf(signatures);
    lost = lost == null ? LostUpdates.NONE : lost;
  }

  /** Replaces the accuracies and keeps the signatures. */
  public ScoreTrend withAccuracies(List<AggregateScore> others) {
    return new ScoreTrend(others, idle, batches, signatures, lost);
  }

  /** Adds the current prompt's score on the examples that are used to compare prompts. */
  public ScoreTrend scored(AggregateScore accuracy) {
    boolean better =
        best().map(best -> AggregateScore.compareScores(accuracy, best) > 0).orElse(true);
    List<AggregateScore> all = new ArrayList<>(accuracies);
    all.add(accuracy);
    return new ScoreTrend(
            all, better ? 0 : idle + 1, null, signatures, better ? LostUpdates.NONE : lost)
        .recognising(Oscillation.in(all))
        .stagnating();
  }

  /**
   * Handles the end of a step. Steps without a mistake have no update, and a candidate that was too
   * expensive to score may be good or bad, so neither counts.
   */
  public ScoreTrend after(StepOutcome outcome) {
    DecisionKind kind = outcome.decision().kind();
    if (kind == DecisionKind.NO_MISTAKE || kind == DecisionKind.UNAFFORDABLE) {
      return this;
    }
    if (!outcome.accepted()) {
      return new ScoreTrend(accuracies, idle + 1, batches, signatures, lost.plus(kind))
          .stagnating();
    }
    AggregateScore score = outcome.decision().score();
    return score == null ? new ScoreTrend(accuracies, idle, null, signatures, lost) : scored(score);
  }

  /**
   * Adds the current prompt's answers to batches.
   *
   * @param answers score of the answers
   * @param validation the current prompt's score on the validation split; null if not scored
   */
  public ScoreTrend answered(AggregateScore answers, @Nullable AggregateScore validation) {
    AggregateScore sum = batches == null ? answers : batches.plus(answers);
    ScoreTrend next = new ScoreTrend(accuracies, idle, sum, signatures, lost);
    return validation == null
        ? next
        : next.compared(
            new SplitScore(BATCHES, sum), new SplitScore("the validation split", validation));
  }

  /**
   * Compares a prompt's score on the examples for which it was made or chosen with its score on
   * others.
   *
   * @param fitted score on the examples for which it was made or chosen
   * @param held score on other examples
   */
  public ScoreTrend compared(SplitScore fitted, SplitScore held) {
    return recognising(Overfitting.between(fitted, held));
  }

  /**
   * Skips the check if the run oscillates: it is not stagnating, and the advice would be opposite.
   */
  private ScoreTrend stagnating() {
    if (signatures.stream().anyMatch(known -> known.kind() == SignatureKind.OSCILLATION)) {
      return this;
    }
    return recognising(
        best()
            .flatMap(
                best -> Stagnation.after(idle, lost, best, best.equals(accuracies.getFirst()))));
  }

  private Optional<AggregateScore> best() {
    return accuracies.stream().max(AggregateScore::compareScores);
  }

  private ScoreTrend recognising(Optional<Signature> found) {
    if (found.isEmpty()) {
      return this;
    }
    List<Signature> all = new ArrayList<>(signatures);
    all.removeIf(known -> known.kind() == found.get().kind());
    all.add(found.get());
    all.sort(Comparator.comparing(Signature::kind));
    return new ScoreTrend(accuracies, idle, batches, all, lost);
  }
}
