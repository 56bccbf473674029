package io.dlpo.simulator.student.family;

import java.util.List;
import java.util.NoSuchElementException;

/** The tokens of an expression, read from left to right. Not thread-safe. */
final class ExpressionTokens {

  /** Maximum length of an expression in characters; a longer one could overflow the stack. */
  static final int LONGEST = 2_000;

  private final List<String> words;
  private int next;

  ExpressionTokens(List<String> words) {
    this.words = words;
  }

  /** The next token without consuming it; empty at the end. */
  String peek() {
    return next < words.size() ? words.get(next) : "";
  }

  String take() {
    if (next >= words.size()) {
      throw new NoSuchElementException("the expression ends too early");
    }
    return words.get(next++);
  }

  /** Consumes the next token if it equals the given one. */
  boolean takeIf(String word) {
    if (peek().equals(word)) {
      next++;
      return true;
    }
    return false;
  }

  boolean atEnd() {
    return next == words.size();
  }
}
