package io.dlpo.simulator.teacher;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A wrong answer, as the requests that hold several of them show it.
 *
 * @param question the question
 * @param answer the answer
 * @param reference what would have been right
 */
record Mistake(String question, String answer, String reference) {

  /** Counts kinds of things. */
  static final Mistake KINDS =
      new Mistake(
          "I have a cat, a drum, and three dogs. How many animals do I have?", "Answer: 2", "4");

  /** Counts kinds of things in another question. */
  static final Mistake KINDS_AGAIN =
      new Mistake("I have four plums and a fig. How many fruits do I have?", "Answer: 2", "5");

  /** Counts what was not asked for. */
  static final Mistake CATEGORY =
      new Mistake(
          "I have two cats, a drum, and three dogs. How many animals do I have?", "Answer: 6", "5");

  /** Buries the answer. */
  static final Mistake PROSE =
      new Mistake(
          "I have two mice and three dogs. How many animals do I have?", "So it is 5.", "5");

  /** The blocks of several mistakes, numbered from 1. */
  static String blocks(List<Mistake> mistakes) {
    return IntStream.range(0, mistakes.size())
        .mapToObj(i -> mistakes.get(i).block(i + 1))
        .collect(Collectors.joining());
  }

  private String block(int id) {
    return """
    <MISTAKE id="%d">
    <QUESTION>
    %s
    </QUESTION>
    <ANSWER>
    %s
    </ANSWER>
    <REFERENCE>
    %s
    </REFERENCE>
    <FEEDBACK>
    The answer differs from the reference.
    </FEEDBACK>
    </MISTAKE>
    """
        .formatted(id, question, answer, reference);
  }
}
