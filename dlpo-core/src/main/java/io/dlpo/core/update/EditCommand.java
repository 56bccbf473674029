package io.dlpo.core.update;

/**
 * An edit that the backward model requests. Sentence numbers are those of the prompt it was shown.
 */
public sealed interface EditCommand {

  /** Adds a sentence after another one; 0 adds it at the start. */
  record Add(int after, String text) implements EditCommand {
    @Override
    public String toString() {
      return "add after " + after;
    }
  }

  /** Replaces the text of a sentence. */
  record Modify(int sentence, String text) implements EditCommand {
    @Override
    public String toString() {
      return "modify " + sentence;
    }
  }

  /** Deletes a sentence. */
  record Delete(int sentence) implements EditCommand {
    @Override
    public String toString() {
      return "delete " + sentence;
    }
  }

  /** Moves a sentence after another one; 0 moves it to the start. */
  record Move(int sentence, int after) implements EditCommand {
    @Override
    public String toString() {
      return "move " + sentence + " after " + after;
    }
  }
}
