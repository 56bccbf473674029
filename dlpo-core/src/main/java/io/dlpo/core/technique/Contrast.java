package io.dlpo.core.technique;

import java.util.List;

/**
 * The prompts that the contrast of a step compares.
 *
 * @param positives good prompts, best first, 1 or more
 * @param negatives bad prompts, worst first, 1 or more
 */
public record Contrast(List<ScoredPrompt> positives, List<ScoredPrompt> negatives) {

  public Contrast {
    positives = List.copyOf(positives);
    negatives = List.copyOf(negatives);
    if (positives.isEmpty() || negatives.isEmpty()) {
      throw new IllegalArgumentException(
          "Contrast has %d positives and %d negatives; must have 1 or more of each"
              .formatted(positives.size(), negatives.size()));
    }
  }
}
