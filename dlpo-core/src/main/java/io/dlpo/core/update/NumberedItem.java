package io.dlpo.core.update;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that starts with a number, such as {@code 1. Read.} or {@code (2) Count.}.
 *
 * @param before what stands before the number: a parenthesis or nothing
 * @param number 0 to 999
 * @param after the mark behind the number
 * @param rest the sentence behind the mark, with its leading white space
 */
record NumberedItem(String before, int number, String after, String rest) {

  private static final Pattern ITEM =
      Pattern.compile("(\\(?)(0|[1-9]\\d{0,2})([.)](?=\\s)|[\u3001\uff0e])(.*)", Pattern.DOTALL);

  static Optional<NumberedItem> of(String sentence) {
    Matcher item = ITEM.matcher(sentence);
    return item.matches()
        ? Optional.of(
            new NumberedItem(
                item.group(1), Integer.parseInt(item.group(2)), item.group(3), item.group(4)))
        : Optional.empty();
  }

  /** What the items of a list have in common. */
  String style() {
    return before + after;
  }

  /** The sentence with another number. */
  String numbered(int newNumber) {
    return marker(newNumber) + rest;
  }

  /** The marker of this item and the white space behind it. */
  String lead() {
    int content = 0;
    while (content < rest.length() && Character.isWhitespace(rest.charAt(content))) {
      content++;
    }
    return marker(number) + rest.substring(0, content);
  }

  private String marker(int shown) {
    return before + shown + after;
  }

  /** Whether two sentences are items of the same style. */
  static boolean alike(String one, String other) {
    Optional<String> style = of(one).map(NumberedItem::style);
    return style.isPresent() && style.equals(of(other).map(NumberedItem::style));
  }

  /** A sentence without its number, so that sentences that were only renumbered are equal. */
  static String masked(String sentence) {
    return of(sentence).map(item -> "\u0000" + item.style() + item.rest()).orElse(sentence);
  }
}
