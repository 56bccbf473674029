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
 * A run's course as far as it is watched, and what was recognised in it. A signature that was once
 * recognised stays, with the figures of the last time.
 *
 * @param accuracies of the prompts that the run has had, as far as they were scored, in order, all
 *     on the same examples
 * @param idle updates since the last one that is known to have improved the accuracy
 * @param batches answers of the current prompt to batches; null if it has given none
 * @param signatures what was recognised, each kind once at most
 */
public record ScoreTrend(
    List<AggregateScore> accuracies,
    int idle,
    @Nullable AggregateScore batches,
    List<Signature> signatures) {

  /** Of a run without a score. */
  public static final ScoreTrend BEGINNING = new ScoreTrend(List.of(), 0, null, List.of());

  private static final String BATCHES = "batches of the train split";

  public ScoreTrend {
    accuracies = List.copyOf(accuracies);
    signatures = List.copyOf(signatures);
  }

  /** With other accuracies; what was recognised stays. */
  public ScoreTrend withAccuracies(List<AggregateScore> others) {
    return new ScoreTrend(others, idle, batches, signatures);
  }

  /** The prompt that the run has now was scored on the examples by which prompts are compared. */
  public ScoreTrend scored(AggregateScore accuracy) {
    boolean better =
        best().map(best -> AggregateScore.compareScores(accuracy, best) > 0).orElse(true);
    List<AggregateScore> all = new ArrayList<>(accuracies);
    all.add(accuracy);
    return new ScoreTrend(all, better ? 0 : idle + 1, null, signatures)
        .recognising(Oscillation.in(all))
        .stagnating();
  }

  /**
   * A step has ended. Without a mistake to learn from it had no update, and a candidate that the
   * budget left unscored may be good or bad: both say nothing.
   */
  public ScoreTrend after(StepOutcome outcome) {
    DecisionKind kind = outcome.decision().kind();
    if (kind == DecisionKind.NO_MISTAKE || kind == DecisionKind.UNAFFORDABLE) {
      return this;
    }
    if (!outcome.accepted()) {
      return new ScoreTrend(accuracies, idle + 1, batches, signatures).stagnating();
    }
    AggregateScore score = outcome.decision().score();
    return score == null ? new ScoreTrend(accuracies, idle, null, signatures) : scored(score);
  }

  /**
   * The current prompt has answered batches.
   *
   * @param answers right ones of all
   * @param validation the current prompt on the validation split; null if it was not scored there
   */
  public ScoreTrend answered(AggregateScore answers, @Nullable AggregateScore validation) {
    AggregateScore sum = batches == null ? answers : batches.plus(answers);
    ScoreTrend next = new ScoreTrend(accuracies, idle, sum, signatures);
    return validation == null
        ? next
        : next.compared(
            new SplitScore(BATCHES, sum), new SplitScore("the validation split", validation));
  }

  /**
   * A prompt was scored where it was made or chosen, and elsewhere.
   *
   * @param fitted where it was made or chosen
   * @param held where it was neither
   */
  public ScoreTrend compared(SplitScore fitted, SplitScore held) {
    return recognising(Overfitting.between(fitted, held));
  }

  /** A run that swings does not stand still, and the advice for the one is bad for the other. */
  private ScoreTrend stagnating() {
    if (signatures.stream().anyMatch(known -> known.kind() == SignatureKind.OSCILLATION)) {
      return this;
    }
    return recognising(
        best().flatMap(best -> Stagnation.after(idle, best, best.equals(accuracies.getFirst()))));
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
    return new ScoreTrend(accuracies, idle, batches, all);
  }
}
