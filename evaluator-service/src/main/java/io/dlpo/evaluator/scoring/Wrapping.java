package io.dlpo.evaluator.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What models write around an answer: Markdown, LaTeX, quotation marks, a full stop, end tokens.
 */
final class Wrapping {

  private static final Pattern END_TOKEN =
      Pattern.compile(
          "\\s*(?:</s>|<\\|[a-z_]+\\|>|<end_of_turn>|<eos>)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKDOWN =
      Pattern.compile("^[\\s*_#>`~]+|[\\s*_#`~]+$|^(?:\\\\[\\[\\]]|\\$\\$)$");
  private static final Pattern FULL_STOP = Pattern.compile("(?<=.)\\s*[.\u3002\uff0e\uff61]+$");
  private static final Pattern PAIR =
      Pattern.compile(
          "^(?:\\\\(?:boxed|text|textbf|mathrm|mathbf)\\s*\\{(.*)\\}"
              + "|\\$\\$?([^$]+)\\$\\$?|\\\\\\((.*)\\\\\\)|\\\\\\[(.*)\\\\\\]"
              + "|\"([^\"]*)\"|'([^']*)'|\u00ab([^\u00bb]*)\u00bb|\u300c([^\u300d]*)\u300d)$");

  private Wrapping() {}

  /** The text, then the same without one more layer each; the last one has nothing around it. */
  static List<String> readings(String text) {
    List<String> readings = new ArrayList<>(List.of(text));
    for (String next = unwrap(text); !next.equals(readings.getLast()); next = unwrap(next)) {
      readings.add(next);
    }
    return List.copyOf(readings);
  }

  private static String unwrap(String text) {
    for (Pattern end : List.of(END_TOKEN, MARKDOWN)) {
      String less = end.matcher(text).replaceAll("");
      if (!less.equals(text)) {
        return less;
      }
    }
    Matcher pair = PAIR.matcher(text);
    if (pair.matches()) {
      for (int group = 1; group <= pair.groupCount(); group++) {
        if (pair.group(group) != null) {
          return pair.group(group).strip();
        }
      }
    }
    return FULL_STOP.matcher(text).replaceAll("");
  }
}
