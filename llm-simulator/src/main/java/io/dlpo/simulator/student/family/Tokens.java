package io.dlpo.simulator.student.family;

import java.util.List;
import java.util.NoSuchElementException;

/** The words of an expression, read from the left. Not thread-safe. */
final class Tokens {

  /** Characters of the longest expression that is read; a longer one might go too deep. */
  static final int LONGEST = 2_000;

  private final List<String> words;
  private int next;

  Tokens(List<String> words) {
    this.words = words;
  }

  /** The next word; empty at the end. */
  String peek() {
    return next < words.size() ? words.get(next) : "";
  }

  String take() {
    if (next >= words.size()) {
      throw new NoSuchElementException("the expression ends too early");
    }
    return words.get(next++);
  }

  /** Takes the next word if it is that one. */
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
