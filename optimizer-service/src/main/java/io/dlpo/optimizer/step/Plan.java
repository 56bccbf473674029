package io.dlpo.optimizer.step;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the techniques laid down for a step.
 *
 * @param techniques names of those that acted
 * @param rateLimit most sentence edits; null if there is no limit
 * @param protectedSentences numbers of the sentences that no edit may touch
 */
public record Plan(
    List<String> techniques, @Nullable Integer rateLimit, List<Integer> protectedSentences) {

  /** Of a step that came to no update. */
  public static final Plan NONE = new Plan(List.of(), null, List.of());

  public Plan {
    techniques = List.copyOf(techniques);
    protectedSentences = List.copyOf(protectedSentences);
  }
}
