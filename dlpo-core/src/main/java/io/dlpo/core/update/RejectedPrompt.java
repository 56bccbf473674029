package io.dlpo.core.update;

import io.dlpo.core.step.AggregateScore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A candidate that an earlier step rejected.
 *
 * @param step the step
 * @param text the candidate
 * @param score its score on the examples on which the step compared it; null if not scored
 */
public record RejectedPrompt(int step, String text, @Nullable AggregateScore score) {

  public RejectedPrompt {
    Objects.requireNonNull(text, "RejectedPrompt.text is missing");
  }

  @Override
  public String toString() {
    return "step " + step + " rejected it" + (score == null ? "" : " with " + score + " right");
  }
}
