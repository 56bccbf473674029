package io.dlpo.core.annealing;

import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.StepDecision;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * Simulated annealing (TSA): sometimes accepts a worse prompt, with a probability that falls with
 * the temperature. Let a and L be the accuracies of the candidate and of the last accepted prompt.
 * The candidate is accepted if a &ge; L and rejected if L − a exceeds the largest drop. Otherwise
 * it is accepted if u &le; exp((a − L) / T), with T = T0 / d^k after k coolings, one per accepted
 * step or one per step.
 *
 * @param temperature T0
 * @param cooling d
 * @param largestDrop largest acceptable drop in accuracy, 0 to 1
 */
public record SimulatedAnnealing(double temperature, double cooling, double largestDrop) {

  /** The name of the technique. */
  public static final String NAME = "annealing";

  /** Returns T after the given number of coolings. */
  public double temperatureAfter(int coolings) {
    return temperature / Math.pow(cooling, coolings);
  }

  /**
   * Accepts or rejects a candidate.
   *
   * @param previous score of the last accepted prompt
   * @param candidate score of the candidate on the same examples
   * @param coolings how often the temperature was lowered so far
   * @param draw uniform in [0, 1)
   */
  public StepDecision decide(
      AggregateScore previous, AggregateScore candidate, int coolings, double draw) {
    if (previous.total() != candidate.total()) {
      throw new IllegalArgumentException(
          "candidate has " + candidate + "; it must be scored on " + previous.total());
    }
    double now = temperatureAfter(coolings);
    long drop = previous.micros() - candidate.micros();
    double probability = probability(drop, candidate.total(), now);
    DecisionKind kind;
    if (drop <= 0) {
      kind = DecisionKind.NOT_WORSE;
    } else if (exceedsLargest(drop, candidate.total())) {
      kind = DecisionKind.FAR_WORSE;
    } else {
      kind = draw <= probability ? DecisionKind.WORSE_BUT_DRAWN : DecisionKind.WORSE;
    }
    String reason =
        words(candidate) + ", before " + amount(previous.micros(), previous) + words(kind);
    return new StepDecision(kind, reason, candidate, previous, now, probability, draw);
  }

  /**
   * Returns the lowest score with which a candidate is accepted. It is known in advance because the
   * random number is drawn before the candidate is scored.
   *
   * @param previous score of the last accepted prompt
   * @param coolings how often the temperature was lowered so far
   * @param draw uniform in [0, 1)
   * @return the score in millionths, summed over the acceptance set; 0 to {@code previous.micros()}
   */
  public long needed(AggregateScore previous, int coolings, double draw) {
    long rejected = -1;
    long needed = previous.micros();
    while (needed - rejected > 1) {
      long middle = (needed + rejected) / 2;
      if (accepts(previous.micros() - middle, previous.total(), coolings, draw)) {
        needed = middle;
      } else {
        rejected = middle;
      }
    }
    return needed;
  }

  /**
   * Rejects a candidate that was scored only on a prefix of the acceptance set and can no longer be
   * accepted. Even the best score that it could still reach would be rejected.
   *
   * @param prefix its score so far
   */
  public StepDecision outOfReach(
      AggregateScore previous, AggregateScore prefix, int coolings, double draw) {
    int left = previous.total() - prefix.total();
    AggregateScore best = prefix.plus(new AggregateScore(left, left));
    double now = temperatureAfter(coolings);
    String reason =
        "%s so far: at most %s, needed %s"
            .formatted(words(prefix), best, amount(needed(previous, coolings, draw), best));
    double probability = probability(previous.micros() - best.micros(), previous.total(), now);
    return new StepDecision(
        DecisionKind.OUT_OF_REACH, reason, prefix, previous, now, probability, draw);
  }

  private boolean accepts(long drop, int total, int coolings, double draw) {
    return drop <= 0
        || (!exceedsLargest(drop, total)
            && draw <= probability(drop, total, temperatureAfter(coolings)));
  }

  private double probability(long drop, int total, double now) {
    if (drop <= 0) {
      return 1;
    }
    return exceedsLargest(drop, total)
        ? 0
        : Math.exp(-(drop / (double) AggregateScore.ONE) / total / now);
  }

  /** Compares as decimals, because 0.8 − 0.5 exceeds 0.3 in floating point. */
  private boolean exceedsLargest(long drop, int total) {
    return BigDecimal.valueOf(largestDrop)
            .multiply(BigDecimal.valueOf(total * AggregateScore.ONE))
            .compareTo(BigDecimal.valueOf(drop))
        < 0;
  }

  /** Formats the number of correct answers or, with graded scores, the mean score. */
  private static String amount(long micros, AggregateScore like) {
    return like.isGraded()
        ? String.format(Locale.ROOT, "%.4f", micros / (double) AggregateScore.ONE / like.total())
        : String.valueOf(Math.ceilDiv(micros, AggregateScore.ONE));
  }

  private static String words(AggregateScore aggregate) {
    return aggregate.isGraded() ? aggregate.toString() : aggregate + " right";
  }

  private static String words(DecisionKind kind) {
    return switch (kind) {
      case WORSE_BUT_DRAWN -> ": worse, but taken by annealing";
      case WORSE -> ": worse, and not taken by annealing";
      case FAR_WORSE -> ": worse by more than annealing may take";
      default -> "";
    };
  }
}
