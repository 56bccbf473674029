package io.dlpo.contracts.metric;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number in digits within a {@link NumberText}: an integer, decimal, fraction or power of ten,
 * with its sign and the currency before it.
 *
 * @param start index of its first character
 * @param end index behind its last character
 * @param value its value
 */
public record Numeral(int start, int end, Rational value) {

  // Thousands, also in the Indian way: 1,234,567 and 12,34,567, 1 234 567, 1'234'567, 1_234_567.
  private static final String GROUPED =
      "\\d{1,3}(?:,\\d{3})+(?!,?\\d)|\\d{1,2}(?:,\\d{2})+,\\d{3}(?!,?\\d)"
          + "|\\d{1,3}(?: \\d{3})+(?! ?\\d)|\\d{1,3}(?:['_]\\d{3})+(?!['_]?\\d)";
  private static final Pattern NUMERAL =
      Pattern.compile(
          "(?:(?<sign>[-+])\\s?)?(?:(?:(?<!\\p{L})\\p{Lu}{1,3})?\\p{Sc}\\s?(?<inner>-?))?"
              + "(?<decimal>(?:"
              + GROUPED
              + "|\\d+)(?:\\.\\d+)?|\\.\\d+)"
              + "(?:[eE](?<exponent>[-+]?\\d{1,3})(?![\\d\\p{L}])"
              + "|\\s?/\\s?(?<denominator>\\d+)|\\s(?<part>\\d+)/(?<parts>\\d+))?");
  private static final Pattern UNIT = Pattern.compile("(?:\\s?[%\\p{Sc}])?[.\\s]*$");

  /** The number that is the whole text, apart from currency, per cent and a final full stop. */
  public static Optional<Rational> parse(String text) {
    String bare = UNIT.matcher(NumberText.of(text)).replaceFirst("");
    Matcher matcher = NUMERAL.matcher(bare);
    return matcher.matches() ? value(matcher) : Optional.empty();
  }

  /** The first number of a {@link NumberText}. */
  public static Optional<Numeral> first(String text) {
    Matcher matcher = NUMERAL.matcher(text);
    return matcher.find()
        ? value(matcher).map(value -> new Numeral(matcher.start(), matcher.end(), value))
        : Optional.empty();
  }

  /** The number of numerals in a {@link NumberText}, such as 3 in {@code 3 + 5 = 8}. */
  public static long count(String text) {
    return NUMERAL.matcher(text).results().count();
  }

  /** Empty if a denominator is 0. */
  private static Optional<Rational> value(Matcher matcher) {
    String decimal = matcher.group("decimal").replaceAll("[, '_]", "");
    String exponent = matcher.group("exponent") == null ? "" : "e" + matcher.group("exponent");
    BigDecimal size = new BigDecimal(decimal + exponent);
    boolean negative = "-".equals(matcher.group("sign")) ^ "-".equals(matcher.group("inner"));
    return fraction(matcher, size).map(value -> negative ? value.negate() : value);
  }

  private static Optional<Rational> fraction(Matcher matcher, BigDecimal size) {
    String below =
        matcher.group("parts") == null ? matcher.group("denominator") : matcher.group("parts");
    if (below == null) {
      return Optional.of(new Rational(size, BigDecimal.ONE));
    }
    BigDecimal denominator = new BigDecimal(below);
    if (denominator.signum() == 0) {
      return Optional.empty();
    }
    BigDecimal numerator =
        matcher.group("part") == null
            ? size
            : size.multiply(denominator).add(new BigDecimal(matcher.group("part")));
    return Optional.of(new Rational(numerator, denominator));
  }
}
