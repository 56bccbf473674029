package io.dlpo.simulator.instruction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Simple stemming, sufficient for the words in use here. */
final class Stem {

  private static final int SHORTEST = 3;
  private static final List<String> ENDINGS = List.of("ing", "ies", "ed", "es", "s", "e");

  private Stem() {}

  /** The stem of a word in lower case. */
  static String of(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST) {
        String stem = word.substring(0, word.length() - ending.length());
        if ("not".equals(stem)) {
          // "noted" has nothing to do with "not".
          return "note";
        }
        return "ies".equals(ending) ? stem + "y" : stem;
      }
    }
    return word;
  }

  /** The stems of the words of a text. */
  static Set<String> all(String words) {
    return Arrays.stream(words.toLowerCase(Locale.ROOT).split(" "))
        .filter(word -> !word.isEmpty())
        .map(Stem::of)
        .collect(Collectors.toUnmodifiableSet());
  }
}
