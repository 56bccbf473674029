package io.dlpo.contracts.metric;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts with numbers, each of which is written in one way only: with ASCII digits and signs. */
public final class NumberText {

  private static final Pattern DASH = Pattern.compile("[\\p{Pd}\u2212]");
  private static final Pattern SLASH = Pattern.compile("[\u2044\u2215\uff0f]");
  private static final Pattern SMALL_FRACTION = Pattern.compile("[\u00bc-\u00be\u2150-\u215e]");
  private static final Pattern RAISED =
      Pattern.compile("(?<![\\d.,])10([\u207a\u207b]?[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+)");
  private static final String POWER_OF_TEN = "10\\^\\{?([-+]?\\d{1,3})\\}?(?!\\d)";
  private static final Pattern TIMES_POWER =
      Pattern.compile("(?<=\\d)\\s?[x\u00d7*\u00b7\u22c5]\\s?" + POWER_OF_TEN);
  private static final Pattern POWER = Pattern.compile("(?<![\\d.,\\p{L}^])" + POWER_OF_TEN);

  private NumberText() {}

  /**
   * Rewrites digits of any script, dashes, small fractions and powers of ten: {@code 1.5×10³}
   * becomes {@code 1.5e3}, and {@code 5½} becomes {@code 5 1/2}.
   */
  public static String of(String text) {
    String plain = NormalizedText.of(text);
    plain = SLASH.matcher(DASH.matcher(digits(plain)).replaceAll("-")).replaceAll("/");
    plain = SMALL_FRACTION.matcher(plain).replaceAll(match -> " " + ascii(match.group()));
    plain = RAISED.matcher(plain).replaceAll(match -> "10^" + ascii(match.group(1)));
    plain = TIMES_POWER.matcher(plain).replaceAll("e$1");
    return POWER.matcher(plain).replaceAll("1e$1").strip();
  }

  private static String digits(String text) {
    return text.codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String ascii(String compatible) {
    String plain = Normalizer.normalize(compatible, Normalizer.Form.NFKC);
    return DASH.matcher(plain).replaceAll("-").replace('\u2044', '/');
  }
}
