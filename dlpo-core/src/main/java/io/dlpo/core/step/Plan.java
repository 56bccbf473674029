package io.dlpo.core.step;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A summary of a step's update plan.
 *
 * @param techniques names of the techniques that took part
 * @param rateLimit maximum number of sentence edits; null if unlimited
 * @param protectedSentences numbers of the sentences that no edit may touch
 * @param arm name of the arm chosen for the step; null if there is none
 */
public record Plan(
    List<String> techniques,
    @Nullable Integer rateLimit,
    List<Integer> protectedSentences,
    @Nullable String arm) {

  /** The plan of a step without an update. */
  public static final Plan NONE = new Plan(List.of(), null, List.of(), null);

  public Plan {
    techniques = List.copyOf(techniques);
    protectedSentences = List.copyOf(protectedSentences);
  }

  /** Sets the chosen arm; null if there is none. */
  public Plan by(@Nullable String chosen) {
    return new Plan(techniques, rateLimit, protectedSentences, chosen);
  }

  /** Adds a technique that acted after the update. */
  public Plan plus(String technique) {
    List<String> all = new ArrayList<>(techniques);
    all.add(technique);
    return new Plan(all, rateLimit, protectedSentences, arm);
  }
}
