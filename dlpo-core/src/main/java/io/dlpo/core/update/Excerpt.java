package io.dlpo.core.update;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/** Shows the start of a model's text in a message. */
final class Excerpt {

  private Excerpt() {}

  /** Returns at most so many characters on one line, cut between whole characters. */
  static String of(String text, int most) {
    if (text.length() <= most) {
      return onOneLine(text);
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
    characters.setText(text.substring(0, Math.min(text.length(), most + 100)));
    int end = characters.isBoundary(most) ? most : characters.preceding(most);
    return onOneLine(text.substring(0, end)) + "\u2026";
  }

  private static String onOneLine(String text) {
    return Storable.text(text).replaceAll("\\s+", " ").strip();
  }
}
