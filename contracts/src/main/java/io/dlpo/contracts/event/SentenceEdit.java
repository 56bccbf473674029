package io.dlpo.contracts.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An edit of the prompt's sentences that was applied.
 *
 * @param op the kind of edit
 * @param sentence number of the sentence in the parent prompt, from 1; null for ADD
 * @param after number of the sentence after which the text is placed, 0 for the start; null unless
 *     ADD or MOVE
 * @param before the text of the sentence before the edit; null for ADD
 * @param text the text of the sentence after the edit; null for DELETE and MOVE
 */
public record SentenceEdit(
    Op op,
    @Nullable Integer sentence,
    @Nullable Integer after,
    @Nullable String before,
    @Nullable String text) {

  /** The kinds of edits. A move uses two units of the textual learning rate, the others one. */
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
