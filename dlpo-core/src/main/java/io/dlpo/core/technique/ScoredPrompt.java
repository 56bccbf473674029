package io.dlpo.core.technique;

import io.dlpo.core.step.AggregateScore;
import java.util.Comparator;
import java.util.Objects;

/**
 * A scored prompt of the run, accepted or not.
 *
 * @param text the prompt
 * @param score score on the acceptance set, or on the prefix that was enough to reject the prompt
 */
public record ScoredPrompt(String text, AggregateScore score) {

  /** Worst first. Compares exact fractions. */
  static final Comparator<ScoredPrompt> BY_ACCURACY =
      (one, other) -> AggregateScore.compareScores(one.score, other.score);

  public ScoredPrompt {
    Objects.requireNonNull(text, "ScoredPrompt.text is missing");
    Objects.requireNonNull(score, "ScoredPrompt.score is missing");
  }
}
