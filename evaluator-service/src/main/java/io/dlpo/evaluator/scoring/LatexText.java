package io.dlpo.evaluator.scoring;

import java.util.regex.Pattern;

/** LaTeX as models use it for numbers and units. */
final class LatexText {

  private static final Pattern FRACTION =
      Pattern.compile("\\\\[dt]?frac\\s*\\{([^{}]*)\\}\\s*\\{([^{}]*)\\}");
  private static final Pattern GROUP =
      Pattern.compile("\\\\(?:boxed|text|textbf|mathrm|mathbf)\\s*\\{([^{}]*)\\}");
  private static final Pattern SPACE = Pattern.compile("\\\\[,;: ]|\\\\q?quad\\b|~");
  private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)(?:\\{,\\}|\\\\!)(?=\\d|,)");

  private LatexText() {}

  /** The text with plain characters for the commands that stand for them. */
  static String plain(String text) {
    String plain = THOUSANDS.matcher(text).replaceAll(",");
    plain = FRACTION.matcher(plain).replaceAll("$1/$2");
    plain = GROUP.matcher(plain).replaceAll("$1");
    plain = SPACE.matcher(plain).replaceAll(" ");
    return plain
        .replace("\\times", "\u00d7")
        .replace("\\cdot", "\u00b7")
        .replace("^{\\circ}", "\u00b0")
        .replace("^\\circ", "\u00b0")
        .replace("\\approx", "\u2248")
        .replace("\\%", "%")
        .replace("\\$", "$")
        .replace("\\(", "")
        .replace("\\)", "");
  }
}
