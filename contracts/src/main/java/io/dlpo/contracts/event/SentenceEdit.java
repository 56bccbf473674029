package io.dlpo.contracts.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One edit of a prompt's sentences, as it was applied.
 *
 * @param op what was done
 * @param sentence number of the sentence, from 1, in the parent prompt; null for ADD
 * @param after number of the sentence that it comes to stand behind, 0 for the start; null unless
 *     ADD or MOVE
 * @param before the sentence's text before; null for ADD
 * @param text the sentence's text after; null for DELETE and MOVE
 */
public record SentenceEdit(
    Op op,
    @Nullable Integer sentence,
    @Nullable Integer after,
    @Nullable String before,
    @Nullable String text) {

  /** The kinds of edits; a move spends two of the textual learning rate, every other one. */
  public enum Op {
    ADD,
    MODIFY,
    DELETE,
    MOVE
  }

  public SentenceEdit {
    Objects.requireNonNull(op, "SentenceEdit.op is missing");
  }
}
