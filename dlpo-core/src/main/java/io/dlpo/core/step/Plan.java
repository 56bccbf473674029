package io.dlpo.core.step;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the techniques laid down for a step.
 *
 * @param techniques names of those that acted
 * @param rateLimit most sentence edits; null if there is no limit
 * @param protectedSentences numbers of the sentences that no edit may touch
 * @param arm name of the set of techniques that was chosen for the step; null if none was
 */
public record Plan(
    List<String> techniques,
    @Nullable Integer rateLimit,
    List<Integer> protectedSentences,
    @Nullable String arm) {

  /** Of a step that came to no update. */
  public static final Plan NONE = new Plan(List.of(), null, List.of(), null);

  public Plan {
    techniques = List.copyOf(techniques);
    protectedSentences = List.copyOf(protectedSentences);
  }

  /** With the set of techniques that was chosen; null if none was. */
  public Plan by(@Nullable String chosen) {
    return new Plan(techniques, rateLimit, protectedSentences, chosen);
  }

  /** With a technique that acted after the update. */
  public Plan plus(String technique) {
    List<String> all = new ArrayList<>(techniques);
    all.add(technique);
    return new Plan(all, rateLimit, protectedSentences, arm);
  }
}
