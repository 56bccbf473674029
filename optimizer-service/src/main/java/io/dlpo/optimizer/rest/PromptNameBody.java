package io.dlpo.optimizer.rest;

import io.dlpo.contracts.id.PromptName;
import io.dlpo.optimizer.store.PromptSummary;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The REST representation of a named prompt in the list.
 *
 * @param name the name
 * @param versions number of versions, which is the latest version
 * @param labels the version that each label points to
 * @param changedAt time of the last promotion or change of a label
 */
public record PromptNameBody(
    PromptName name, int versions, Map<String, Integer> labels, Instant changedAt) {

  static PromptNameBody of(PromptSummary prompt) {
    Map<String, Integer> labels = new TreeMap<>();
    prompt.state().labels().forEach((label, version) -> labels.put(label.value(), version));
    return new PromptNameBody(prompt.name(), prompt.state().versions(), labels, prompt.changedAt());
  }
}
