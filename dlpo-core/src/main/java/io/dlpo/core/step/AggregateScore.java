package io.dlpo.core.step;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.event.BatchScored;
import java.util.Locale;
import java.util.Objects;

/**
 * Scores of answers, added up in integers so that they compare exactly.
 *
 * @param correct right answers: those with score 1
 * @param total answers, 1 or more
 * @param micros the sum of all scores in millionths; that of the right answers where an answer is
 *     right or wrong
 */
public record AggregateScore(int correct, int total, long micros) {

  /** The score of a right answer. */
  public static final long ONE = 1_000_000;

  @JsonCreator
  public AggregateScore(
      @JsonProperty("correct") int correct,
      @JsonProperty("total") int total,
      @JsonProperty("micros") long micros) {
    if (total < 1 || correct < 0 || correct > total) {
      throw new IllegalArgumentException(
          "Tally is " + correct + " of " + total + "; allowed is 0 to total of 1 or more");
    }
    if (micros < correct * ONE || micros > total * ONE) {
      throw new IllegalArgumentException(
          "Tally.micros is %d; allowed is %d to %d".formatted(micros, correct * ONE, total * ONE));
    }
    this.correct = correct;
    this.total = total;
    this.micros = micros;
  }

  /** Answers that are right or wrong. */
  public AggregateScore(int correct, int total) {
    this(correct, total, correct * ONE);
  }

  /** What an evaluation without failures comes to. */
  public static AggregateScore of(BatchScored event) {
    long micros =
        event.examples().stream()
            .map(ExampleScore::score)
            .mapToLong(score -> Math.round(Objects.requireNonNull(score, "unscored") * ONE))
            .sum();
    return new AggregateScore(event.correct(), event.evaluation().size(), micros);
  }

  /** Both together. */
  public AggregateScore plus(AggregateScore other) {
    return new AggregateScore(correct + other.correct, total + other.total, micros + other.micros);
  }

  /** The mean score, 0 to 1. */
  public double score() {
    return micros / (double) ONE / total;
  }

  /** Whether some answers are neither right nor wrong. */
  @JsonIgnore
  public boolean isGraded() {
    return micros != correct * ONE;
  }

  /** Compares the mean scores exactly. */
  public static int compareScores(AggregateScore one, AggregateScore other) {
    return Long.compare(one.micros * other.total, other.micros * one.total);
  }

  @Override
  public String toString() {
    return isGraded()
        ? String.format(Locale.ROOT, "score %.4f on %d", score(), total)
        : correct + " of " + total;
  }
}
