package io.dlpo.evaluator.scoring;

import java.util.Optional;

/**
 * The answer line of a reply: the last line that starts with {@code Answer:}, in upper or lower
 * case, with or without Markdown.
 *
 * @param answer the text after the label, stripped
 * @param plain the answer without surrounding Markdown
 */
record AnswerLine(String answer, String plain) {

  private static final String LABEL = "Answer:";
  private static final String MARKDOWN = "*_#>`";

  /** Finds the answer line in a reply; empty if no line starts with the label. */
  static Optional<AnswerLine> in(String reply) {
    return reply
        .lines()
        .map(line -> line.substring(markdownEnd(line)))
        .filter(line -> line.regionMatches(true, 0, LABEL, 0, LABEL.length()))
        .reduce((earlier, later) -> later)
        .map(line -> line.substring(LABEL.length()))
        .map(answer -> new AnswerLine(answer.strip(), withoutMarkdown(answer)));
  }

  /** The score of a reply without an answer line. */
  static Score missing(String expected) {
    return Score.wrong(
        "The reply has no line that starts with \"Answer:\", so no answer could be read. Expected was "
            + Quotes.quote(expected)
            + ".");
  }

  private static String withoutMarkdown(String text) {
    int end = text.length();
    while (end > 0 && isMarkdown(text.charAt(end - 1))) {
      end--;
    }
    String head = text.substring(0, end);
    return head.substring(markdownEnd(head));
  }

  private static int markdownEnd(String text) {
    int start = 0;
    while (start < text.length() && isMarkdown(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private static boolean isMarkdown(char c) {
    return Character.isWhitespace(c) || MARKDOWN.indexOf(c) >= 0;
  }
}
