package io.dlpo.core.registry;

import io.dlpo.contracts.event.PromptCommanded;
import io.dlpo.contracts.id.PromptLabel;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a name stands for: its versions, and the labels that point to them. A version never changes;
 * a label can move.
 *
 * @param versions number of versions, which are numbered from 1
 * @param revision number of changes so far
 * @param labels the version that each label points to
 */
public record NamedPrompt(int versions, long revision, SortedMap<PromptLabel, Integer> labels) {

  /** A name without versions. */
  public static final NamedPrompt UNUSED = new NamedPrompt(0, 0, new TreeMap<>());

  public NamedPrompt {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    if (versions < 0 || revision < versions) {
      throw new IllegalArgumentException(
          "NamedPrompt has %d versions and revision %d; versions must be 0 or more, revision at least the versions"
              .formatted(versions, revision));
    }
    for (Map.Entry<PromptLabel, Integer> label : labels.entrySet()) {
      if (label.getValue() < 1 || label.getValue() > versions) {
        throw new IllegalArgumentException(
            "NamedPrompt.labels has %s for version %d; must be 1 to %d, the versions"
                .formatted(label.getKey(), label.getValue(), versions));
      }
    }
  }

  /**
   * What a command changes; empty if nothing, because it was obeyed before or does not fit.
   *
   * @param promoted the version that the command's run already has under this name; null if none
   */
  public Optional<PromptChange> after(PromptCommanded command, @Nullable Integer promoted) {
    return switch (command.command()) {
      case PROMOTE -> promoted(promoted, command.label());
      case LABEL ->
          labelled(
              Objects.requireNonNull(command.label()), Objects.requireNonNull(command.version()));
      case UNLABEL -> unlabelled(Objects.requireNonNull(command.label()));
    };
  }

  private Optional<PromptChange> promoted(@Nullable Integer promoted, @Nullable PromptLabel label) {
    if (promoted != null) {
      return label == null ? Optional.empty() : labelled(label, promoted);
    }
    int version = versions + 1;
    SortedMap<PromptLabel, Integer> next = new TreeMap<>(labels);
    if (label != null) {
      next.put(label, version);
    }
    return Optional.of(
        new PromptChange(new NamedPrompt(version, revision + 1, next), version, true));
  }

  private Optional<PromptChange> labelled(PromptLabel label, int version) {
    if (version < 1 || version > versions || Objects.equals(labels.get(label), version)) {
      return Optional.empty();
    }
    SortedMap<PromptLabel, Integer> next = new TreeMap<>(labels);
    next.put(label, version);
    return Optional.of(changed(next, version));
  }

  private Optional<PromptChange> unlabelled(PromptLabel label) {
    SortedMap<PromptLabel, Integer> next = new TreeMap<>(labels);
    Integer version = next.remove(label);
    return version == null ? Optional.empty() : Optional.of(changed(next, version));
  }

  private PromptChange changed(SortedMap<PromptLabel, Integer> next, int version) {
    return new PromptChange(new NamedPrompt(versions, revision + 1, next), version, false);
  }

  /** The version to read if the reader names none: the one in production, or else the latest. */
  public int standard() {
    return labels.getOrDefault(PromptLabel.PRODUCTION, versions);
  }

  /** The labels of a version, in alphabetical order. */
  public List<PromptLabel> labelsOf(int version) {
    return labels.entrySet().stream()
        .filter(label -> label.getValue() == version)
        .map(Map.Entry::getKey)
        .toList();
  }
}
