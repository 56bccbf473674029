package io.dlpo.core.prompt;

import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Pattern;

/** The places of a line where no sentence may end: within a quotation or a web address. */
final class WholeSpans {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![a-z0-9+.-])(?:[a-z][a-z0-9+-]{1,15}://|www\\.|(?:[a-z0-9-]{1,63}\\.){1,8}[a-z]{2,24}/)"
              + "[a-z0-9_.~:/?#\\[\\]@!$&'()*+,;=%-]+",
          Pattern.CASE_INSENSITIVE);

  /** Opening marks with the marks that close them. */
  private static final String[][] MARKS = {
    {"\"", "\""},
    {"'", "'"},
    {"\u2018", "\u2019"},
    {"\u201c", "\u201d"},
    {"\u201e", "\u201c\u201d"},
    {"\u00ab", "\u00bb"},
    {"\u00bb", "\u00ab"},
    {"\u300c", "\u300d"},
    {"\u300e", "\u300f"}
  };

  /**
   * These also stand for an apostrophe, so that they close a quotation only after its full stop.
   */
  private static final String SINGLE = "'\u2018\u2019";

  /** Before these a quotation opens even without white space. */
  private static final String BEFORE = "([{<:,;=>/|-\u2013\u2014\u201c\u2018";

  private static final String STOPS = ".!?,\u2026\u3002\uff01\uff1f";
  private static final String ENDS = "!?\u2026\u3002\uff01\uff1f";
  private static final String CLOSING = "\"'\u2019\u201d\u201c\u00bb\u00ab\u300d\u300f";

  private final String line;
  private final BitSet inside = new BitSet();

  private WholeSpans(String line) {
    this.line = line;
  }

  static WholeSpans of(String line) {
    WholeSpans spans = new WholeSpans(line);
    if (mayHoldAddress(line)) {
      ADDRESS
          .matcher(line)
          .results()
          .filter(found -> found.end() > found.start() + 1)
          .forEach(found -> spans.inside.set(found.start() + 1, found.end()));
    }
    for (String[] mark : MARKS) {
      if (line.contains(mark[0])) {
        spans.quotations(mark[0].charAt(0), mark[1]);
      }
    }
    return spans;
  }

  /** Most lines hold none, and the pattern costs more than all else that splits a line. */
  private static boolean mayHoldAddress(String line) {
    return line.indexOf('/') >= 0 || line.toLowerCase(Locale.ROOT).contains("www.");
  }

  /** Whether a sentence that ended before this place would be cut in two. */
  boolean cover(int end) {
    return inside.get(end) || isQuotedWithin(end);
  }

  private void quotations(char opening, String closing) {
    int open = -1;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\') {
        i++;
      } else if (open >= 0 && closing.indexOf(c) >= 0 && closes(i, open)) {
        inside.set(open + 1, i + 1);
        open = -1;
      } else if (c == opening && opens(i)) {
        open = i;
      }
    }
  }

  private boolean opens(int at) {
    if (at + 1 == line.length() || (isSpace(at + 1) && line.charAt(at) != '\u00ab')) {
      return false;
    }
    return at == 0
        || isSpace(at - 1)
        || BEFORE.indexOf(line.charAt(at - 1)) >= 0
        || CjkText.is(line.charAt(at - 1))
        || "\u201c\u201e\u00ab\u300c\u300e".indexOf(line.charAt(at)) >= 0;
  }

  private boolean closes(int at, int open) {
    char mark = line.charAt(at);
    if (at == open + 1 || (isSpace(at - 1) && mark != '\u00bb')) {
      return false;
    }
    if (SINGLE.indexOf(mark) >= 0 && STOPS.indexOf(line.charAt(at - 1)) < 0) {
      return false;
    }
    return at + 1 == line.length()
        || !Character.isLetterOrDigit(line.charAt(at + 1))
        || CjkText.is(line.charAt(at + 1));
  }

  /** Whether the sentence goes on after a quotation: with a small letter, or with hiragana. */
  private boolean isQuotedWithin(int end) {
    if (end == 0 || end >= line.length()) {
      return false;
    }
    if ("\u300d\u300f".indexOf(line.charAt(end - 1)) >= 0) {
      return Character.UnicodeScript.of(line.charAt(end)) == Character.UnicodeScript.HIRAGANA;
    }
    if (!Character.isLowerCase(line.charAt(end))) {
      return false;
    }
    int last = end - 1;
    while (last > 0 && isSpace(last)) {
      last--;
    }
    return last > 0
        && CLOSING.indexOf(line.charAt(last)) >= 0
        && ENDS.indexOf(line.charAt(last - 1)) >= 0;
  }

  private boolean isSpace(int at) {
    return Character.isWhitespace(line.charAt(at)) || Character.isSpaceChar(line.charAt(at));
  }
}
