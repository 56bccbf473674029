package io.dlpo.contracts.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people and models write them: sign, thousands commas, decimals, exponent. */
public final class Numbers {

  private static final int MAX_EXPONENT_DIGITS = 3;

  private static final Pattern NUMBER =
      Pattern.compile(
          // Not within a word or a longer number such as 1.2.3 or 1,23 …
          "(?<![\\w.])(?<!\\d,)([-+\u2212]?)\\s?[$\u20ac\u00a3]?"
              + "((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+)"
              + "(?:[eE]([-+]?\\d{1,"
              + MAX_EXPONENT_DIGITS
              // … and not the start of one, nor the whole part of a mixed fraction.
              + "}))?(?![\\w,]*\\d)(?!\\.\\d)(?![\u00bc-\u00be\u2150-\u215e])");

  private Numbers() {}

  /** The number that is the whole text, apart from currency, per cent and a final full stop. */
  public static Optional<BigDecimal> parse(String text) {
    String bare = text.strip().replaceAll("[%.\\s]+$", "");
    Matcher matcher = NUMBER.matcher(bare);
    return matcher.matches() ? Optional.of(value(matcher)) : Optional.empty();
  }

  /** All numbers in a text, from left to right. */
  public static List<BigDecimal> in(String text) {
    List<BigDecimal> found = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      found.add(value(matcher));
    }
    return found;
  }

  private static BigDecimal value(Matcher matcher) {
    String sign = matcher.group(1).isEmpty() || matcher.group(1).equals("+") ? "" : "-";
    String exponent = matcher.group(3) == null ? "" : "e" + matcher.group(3);
    return new BigDecimal(sign + matcher.group(2).replace(",", "") + exponent);
  }
}
