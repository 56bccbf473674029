package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.PromptId;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The training examples that each prompt is known to answer correctly. Within a run, a prompt's
 * answer to an example never changes. A batch of such examples therefore has no mistakes to learn
 * from, and this is known without evaluating it.
 *
 * @param byPrompt ids of the examples by prompt id, sorted so that equal values have equal JSON
 */
record KnownRight(Map<String, Set<String>> byPrompt) {

  static final KnownRight NOTHING = new KnownRight(Map.of());

  KnownRight {
    byPrompt = Collections.unmodifiableMap(new TreeMap<>(byPrompt));
  }

  /** Adds the correctly answered training examples of an evaluation. */
  KnownRight plus(BatchScored event, Set<String> train) {
    String prompt = event.evaluation().promptId().value();
    Set<String> right = new TreeSet<>(byPrompt.getOrDefault(prompt, Set.of()));
    event.examples().stream()
        .filter(example -> Objects.equals(example.score(), 1.0))
        .map(ExampleScore::exampleId)
        .filter(train::contains)
        .forEach(right::add);
    if (right.isEmpty()) {
      return this;
    }
    Map<String, Set<String>> all = new TreeMap<>(byPrompt);
    all.put(prompt, right);
    return new KnownRight(all);
  }

  /** Adds what another record knows. */
  KnownRight plus(KnownRight other) {
    Map<String, Set<String>> all = new TreeMap<>(byPrompt);
    other.byPrompt.forEach((prompt, right) -> all.merge(prompt, right, KnownRight::union));
    return new KnownRight(all);
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  /** Keeps only the entries of some prompts. */
  KnownRight only(Set<PromptId> prompts) {
    Map<String, Set<String>> kept = new TreeMap<>(byPrompt);
    kept.keySet().retainAll(prompts.stream().map(PromptId::value).toList());
    return new KnownRight(kept);
  }

  /** Returns the examples that the prompt is known to answer correctly. */
  Set<String> of(PromptId prompt) {
    return byPrompt.getOrDefault(prompt.value(), Set.of());
  }
}
