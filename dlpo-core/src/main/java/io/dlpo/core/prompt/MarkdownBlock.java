package io.dlpo.core.prompt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of Markdown that are one piece: fenced code blocks and rows of a table. */
public final class MarkdownBlock {

  static final Pattern FENCE = Pattern.compile("\\s*(`{3,}|~{3,}).*", Pattern.DOTALL);
  private static final Pattern TICKS = Pattern.compile("`{3,}");

  private MarkdownBlock() {}

  /** Whether a line is a row of a table: {@code | … |}. */
  public static boolean isRow(String line) {
    String row = line.strip();
    return row.length() > 2 && row.startsWith("|") && row.endsWith("|") && row.indexOf('\n') < 0;
  }

  /** Whether a sentence is a fenced code block. */
  public static boolean isFence(String sentence) {
    return FENCE.matcher(sentence).matches();
  }

  /** Whether a text opens a code block that it does not close on a line of its own. */
  public static boolean leavesFenceOpen(String text) {
    String fence = "";
    for (String line : text.lines().toList()) {
      Matcher mark = FENCE.matcher(line);
      if (!fence.isEmpty()) {
        fence = line.strip().equals(fence) ? "" : fence;
      } else if (mark.matches()) {
        fence = mark.group(1);
      } else if (TICKS.matcher(line).results().count() % 2 == 1) {
        return true;
      }
    }
    return !fence.isEmpty();
  }
}
