package io.dlpo.core.step;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.event.BatchScored;
import java.util.Locale;
import java.util.Objects;

/**
 * The sum of scores over a number of answers. Integer arithmetic makes comparisons exact.
 *
 * @param correct number of correct answers, that is, answers with score 1
 * @param total number of answers, 1 or more
 * @param micros sum of all scores in millionths; {@code correct} million if no score is graded
 */
public record AggregateScore(int correct, int total, long micros) {

  /** The score of a correct answer. */
  public static final long ONE = 1_000_000;

  @JsonCreator
  public AggregateScore(
      @JsonProperty("correct") int correct,
      @JsonProperty("total") int total,
      @JsonProperty("micros") long micros) {
    if (total < 1 || correct < 0 || correct > total) {
      throw new IllegalArgumentException(
          "AggregateScore is "
              + correct
              + " of "
              + total
              + "; use 0 to total, and a total of 1 or more");
    }
    if (micros < correct * ONE || micros > total * ONE) {
      throw new IllegalArgumentException(
          "AggregateScore.micros is %d; it must be %d to %d"
              .formatted(micros, correct * ONE, total * ONE));
    }
    this.correct = correct;
    this.total = total;
    this.micros = micros;
  }

  /** Creates a score from answers that are either correct or incorrect, not graded. */
  public AggregateScore(int correct, int total) {
    this(correct, total, correct * ONE);
  }

  /** Returns the score of an evaluation without failures. */
  public static AggregateScore of(BatchScored event) {
    long micros =
        event.examples().stream()
            .map(ExampleScore::score)
            .mapToLong(score -> Math.round(Objects.requireNonNull(score, "unscored") * ONE))
            .sum();
    return new AggregateScore(event.correct(), event.evaluation().size(), micros);
  }

  public AggregateScore plus(AggregateScore other) {
    return new AggregateScore(correct + other.correct, total + other.total, micros + other.micros);
  }

  /** Returns the mean score, 0 to 1. */
  public double score() {
    return micros / (double) ONE / total;
  }

  /** Whether some answers are only partly correct. */
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
