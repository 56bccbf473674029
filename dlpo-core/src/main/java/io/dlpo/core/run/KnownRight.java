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
 * Which training examples a prompt is known to answer right. A prompt's answer to an example stays
 * the same within a run, so a batch of such examples alone has no mistake to learn from, and need
 * not be answered to know it.
 *
 * @param byPrompt ids of the examples by id of the prompt; sorted, so that equal knowledge is
 *     stored equally
 */
record KnownRight(Map<String, Set<String>> byPrompt) {

  static final KnownRight NOTHING = new KnownRight(Map.of());

  KnownRight {
    byPrompt = Collections.unmodifiableMap(new TreeMap<>(byPrompt));
  }

  /** With what an evaluation tells about the training examples among its own. */
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

  /** What is known of one prompt. */
  KnownRight only(PromptId prompt) {
    Set<String> right = of(prompt);
    return right.isEmpty() ? NOTHING : new KnownRight(Map.of(prompt.value(), right));
  }

  /** The examples that the prompt is known to answer right. */
  Set<String> of(PromptId prompt) {
    return byPrompt.getOrDefault(prompt.value(), Set.of());
  }
}
