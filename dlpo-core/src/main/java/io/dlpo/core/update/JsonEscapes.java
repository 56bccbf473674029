package io.dlpo.core.update;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Backslashes that a model has written into JSON as they stand, such as those of LaTeX. Each is
 * doubled, so that JSON reads it as a backslash.
 */
final class JsonEscapes {

  private static final Pattern PAIR = Pattern.compile("\\\\.", Pattern.DOTALL);
  private static final Pattern CONTROL = Pattern.compile("[bfr][A-Za-z]");
  private static final Pattern VALID = Pattern.compile("[\"\\\\/bfnrt]|u[0-9A-Fa-f]{4}");

  /** Commands that start like a tab or a line feed. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:t(?:heta|imes|ext[a-z]*|anh?|au|op?|frac|riangle|herefore|ilde)"
              + "|n(?:u|abla|eq?|eg|otin))(?![A-Za-z])");

  private JsonEscapes() {}

  /**
   * Doubles the backslashes before {@code b}, {@code f} and {@code r} if a word goes on, such as
   * {@code \frac}. JSON allows them, but no prompt has the control characters that they stand for.
   */
  static String withoutControls(String json) {
    return doubled(json, CONTROL);
  }

  /**
   * Doubles all backslashes that JSON does not allow. If there is one, those of well-known LaTeX
   * commands that start like a tab or a line feed, such as {@code \theta}, are doubled as well.
   */
  static String repaired(String json) {
    StringBuilder text = new StringBuilder();
    Matcher pairs = PAIR.matcher(json);
    while (pairs.find()) {
      pairs.appendReplacement(text, Matcher.quoteReplacement(repaired(json, pairs)));
    }
    return pairs.appendTail(text).toString();
  }

  private static String repaired(String json, MatchResult pair) {
    if (pair.group().equals("\\'")) {
      return "'";
    }
    boolean stays = at(VALID, json, pair) && !at(CONTROL, json, pair) && !at(COMMAND, json, pair);
    return stays ? pair.group() : "\\" + pair.group();
  }

  private static String doubled(String json, Pattern what) {
    StringBuilder text = new StringBuilder();
    Matcher pairs = PAIR.matcher(json);
    while (pairs.find()) {
      String pair = at(what, json, pairs) ? "\\" + pairs.group() : pairs.group();
      pairs.appendReplacement(text, Matcher.quoteReplacement(pair));
    }
    return pairs.appendTail(text).toString();
  }

  /** Whether a pattern matches behind the backslash of a pair. */
  private static boolean at(Pattern pattern, String json, MatchResult pair) {
    return pattern.matcher(json).region(pair.start() + 1, json.length()).lookingAt();
  }
}
