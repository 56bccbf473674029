package io.dlpo.core.update;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a request offers for editing.
 *
 * @param sentences of the prompt; 0 where the request asks for no edits
 * @param untouchable numbers of the sentences that no edit may touch, from 1
 * @param limit most edits; null if there is no limit
 */
public record EditScope(int sentences, Set<Integer> untouchable, @Nullable Integer limit) {

  /** For a request that asks for no edits. */
  static final EditScope NONE = new EditScope(0, Set.of(), null);

  public EditScope {
    untouchable = Set.copyOf(untouchable);
  }

  /** Numbers of the sentences that may be edited, in order. */
  public List<Integer> open() {
    return IntStream.rangeClosed(1, sentences)
        .filter(number -> !untouchable.contains(number))
        .boxed()
        .toList();
  }
}
