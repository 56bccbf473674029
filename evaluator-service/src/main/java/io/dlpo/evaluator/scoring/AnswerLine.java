package io.dlpo.evaluator.scoring;

import io.dlpo.contracts.metric.NormalizedText;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer of a reply: what follows the last {@code Answer:} at the start of a line, or else the
 * last {@code \boxed{…}}.
 *
 * @param answer the text as written, apart from white space and invisible characters
 * @param readings the answer, then the same with less and less Markdown, LaTeX, quotation marks and
 *     final full stops around it; at least one
 */
record AnswerLine(String answer, List<String> readings) {

  private static final Pattern LABEL =
      Pattern.compile(
          "^[\\s*_#>`~\\-\u2022+|\\p{Cf}]*(?:\\d+[.)]\\s*)?[*_`]*"
              + "(?:(?:so|thus|hence|therefore),?\\s+)?(?:(?:the|my)\\s+)?(?:final\\s+|correct\\s+)?"
              + "answer(?:\\s+is)?[\\s*_`]*[:\uff1a\ufe55\ufe13\u2236]",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern BOXED = Pattern.compile("\\\\boxed\\s*\\{");

  /** Finds the answer of a reply; empty if no line starts with the label and nothing is boxed. */
  static Optional<AnswerLine> in(String reply) {
    List<String> lines = reply.lines().toList();
    for (int i = lines.size() - 1; i >= 0; i--) {
      Matcher label = LABEL.matcher(lines.get(i));
      if (label.find()) {
        return Optional.of(
            from(lines.get(i).substring(label.end()), lines.subList(i + 1, lines.size())));
      }
    }
    return BOXED
        .matcher(reply)
        .results()
        .reduce((earlier, later) -> later)
        .map(box -> boxed(reply, box));
  }

  /** The answer without anything around it. */
  String plain() {
    return readings.getLast();
  }

  /** The score of a reply without an answer line. */
  static Score missing(String expected) {
    return Score.wrong(
        "The reply has no line that starts with \"Answer:\", so no answer could be read. Expected was "
            + Quotes.quote(expected)
            + ".");
  }

  /** The answer stands behind the label, or on the next line with text. */
  private static AnswerLine from(String behindLabel, List<String> below) {
    AnswerLine first = of(behindLabel);
    return first.plain().isEmpty()
        ? below.stream()
            .map(AnswerLine::of)
            .filter(line -> !line.plain().isEmpty())
            .findFirst()
            .orElse(first)
        : first;
  }

  private static AnswerLine boxed(String reply, MatchResult box) {
    int depth = 1;
    int end = box.end();
    while (end < reply.length() && depth > 0) {
      depth +=
          switch (reply.charAt(end)) {
            case '{' -> 1;
            case '}' -> -1;
            default -> 0;
          };
      end++;
    }
    return of(reply.substring(box.end(), depth == 0 ? end - 1 : end));
  }

  private static AnswerLine of(String text) {
    String answer = NormalizedText.of(text);
    return new AnswerLine(answer, Wrapping.readings(answer));
  }
}
