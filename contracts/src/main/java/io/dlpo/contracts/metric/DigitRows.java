package io.dlpo.contracts.metric;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whole numbers as the authors' code reads them. Each is given by its digits, without zeros in
 * front, so that its length does not matter.
 */
public final class DigitRows {

  private static final Pattern ROW = Pattern.compile("\\p{Nd}+");
  private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private DigitRows() {}

  /** Every row of digits, from left to right: {@code 3.5 and 1,200} has 3, 5, 1 and 200. */
  public static List<String> in(String text) {
    return ROW.matcher(text).results().map(row -> number(row.group())).toList();
  }

  /**
   * The digits before the full stop in the last word that has any: 1200 in {@code it is $1,200.50
   * now}; empty if there are none.
   */
  public static Optional<String> lastNumber(String text) {
    return SPACE
        .splitAsStream(text)
        .filter(word -> word.codePoints().anyMatch(Character::isDigit))
        .reduce((earlier, later) -> later)
        .map(word -> word.split("\\.", 2)[0])
        .map(DigitRows::digits)
        .filter(digits -> !digits.isEmpty())
        .map(DigitRows::number);
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
