package io.dlpo.contracts.metric;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whole numbers as the authors' code reads them: sequences of digits without leading zeros, of any
 * length.
 */
public final class DigitSequences {

  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
  private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private DigitSequences() {}

  /** All sequences of digits, from left to right: {@code 3.5 and 1,200} has 3, 5, 1 and 200. */
  public static List<String> in(String text) {
    return DIGITS.matcher(text).results().map(match -> number(match.group())).toList();
  }

  /**
   * The digits before the first full stop in the last word that contains a digit: 1200 in {@code it
   * is $1,200.50 now}. Empty if there are none.
   */
  public static Optional<String> lastNumber(String text) {
    return SPACE
        .splitAsStream(text)
        .filter(word -> word.codePoints().anyMatch(Character::isDigit))
        .reduce((earlier, later) -> later)
        .map(word -> word.split("\\.", 2)[0])
        .map(DigitSequences::digits)
        .filter(digits -> !digits.isEmpty())
        .map(DigitSequences::number);
  }

  private static String digits(String word) {
    return word.codePoints()
        .filter(Character::isDigit)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String number(String digits) {
    String ascii =
        digits
            .codePoints()
            .mapToObj(digit -> String.valueOf(Character.digit(digit, 10)))
            .collect(Collectors.joining());
    return ascii.replaceFirst("^0+(?=.)", "");
  }
}
