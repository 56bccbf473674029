package io.dlpo.core.update;

/** An edit that the backward model asks for. Sentences have their numbers in the prompt it saw. */
public sealed interface EditCommand {

  /** A new sentence behind another; behind 0 is the start. */
  record Add(int after, String text) implements EditCommand {
    @Override
    public String toString() {
      return "add after " + after;
    }
  }

  /** Other words for a sentence. */
  record Modify(int sentence, String text) implements EditCommand {
    @Override
    public String toString() {
      return "modify " + sentence;
    }
  }

  /** A sentence less. */
  record Delete(int sentence) implements EditCommand {
    @Override
    public String toString() {
      return "delete " + sentence;
    }
  }

  /** A sentence to another place: behind another; behind 0 is the start. */
  record Move(int sentence, int after) implements EditCommand {
    @Override
    public String toString() {
      return "move " + sentence + " after " + after;
    }
  }
}
