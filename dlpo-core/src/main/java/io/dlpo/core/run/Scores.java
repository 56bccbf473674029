package io.dlpo.core.run;

import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.step.AggregateScore;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The scores that have arrived of prompts that are evaluated concurrently.
 *
 * @param byPrompt scores by prompt id, sorted so that equal values have equal JSON
 * @param slowestMillis latency of the slowest evaluation so far
 */
record Scores(Map<String, AggregateScore> byPrompt, long slowestMillis) {

  static final Scores NONE = new Scores(Map.of(), 0);

  Scores {
    byPrompt = Collections.unmodifiableMap(new TreeMap<>(byPrompt));
  }

  /** Adds the score of an evaluation without failures. */
  Scores plus(BatchScored event) {
    Map<String, AggregateScore> all = new TreeMap<>(byPrompt);
    all.put(event.evaluation().promptId().value(), AggregateScore.of(event));
    return new Scores(all, Math.max(slowestMillis, event.criticalPathMillis()));
  }

  boolean has(PromptId prompt) {
    return byPrompt.containsKey(prompt.value());
  }

  Optional<AggregateScore> of(PromptId prompt) {
    return Optional.ofNullable(byPrompt.get(prompt.value()));
  }
}
