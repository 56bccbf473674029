package io.dlpo.contracts.metric;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Texts in the form in which they are compared: what looks the same is the same. */
public final class NormalizedText {

  // Zero-width characters, byte order marks, soft hyphens.
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
  private static final Pattern SPACE =
      Pattern.compile("[\\s\\p{Z}]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SINGLE_QUOTE = Pattern.compile("[\u2018\u2019\u02bc]");
  private static final Pattern DOUBLE_QUOTE = Pattern.compile("[\u201c\u201d]");

  private NormalizedText() {}

  /**
   * The text in Unicode's composed form (NFC), without invisible characters, with straight
   * quotation marks and with single blanks for white space of any kind.
   */
  public static String of(String text) {
    String visible =
        INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
    String straight =
        DOUBLE_QUOTE.matcher(SINGLE_QUOTE.matcher(visible).replaceAll("'")).replaceAll("\"");
    return SPACE.matcher(straight).replaceAll(" ").strip();
  }
}
