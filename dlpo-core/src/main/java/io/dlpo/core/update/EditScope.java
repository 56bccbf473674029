package io.dlpo.core.update;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The sentences that a request offers for editing.
 *
 * @param sentences number of sentences of the prompt; 0 if the request is not for edits
 * @param untouchable numbers of the sentences that no edit may touch, from 1
 * @param limit maximum number of edits; null if unlimited
 */
public record EditScope(int sentences, Set<Integer> untouchable, @Nullable Integer limit) {

  /** For a request that is not for edits. */
  static final EditScope NONE = new EditScope(0, Set.of(), null);

  public EditScope {
    untouchable = Set.copyOf(untouchable);
  }

  /** Returns the numbers of the sentences that may be edited, in order. */
  public List<Integer> open() {
    return IntStream.rangeClosed(1, sentences)
        .filter(number -> !untouchable.contains(number))
        .boxed()
        .toList();
  }
}
