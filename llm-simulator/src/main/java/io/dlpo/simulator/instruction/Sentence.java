package io.dlpo.simulator.instruction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sentence of a prompt as its words' stems.
 *
 * @param stems in their order
 */
record Sentence(List<String> stems) {

  private static final Pattern WORD = Pattern.compile("[a-z]+(?:['’]t)?");
  private static final Pattern END = Pattern.compile("(?<=[.!?;:])\\s+|\\n+");
  private static final Set<String> NEGATIONS =
      Set.of("not", "don't", "don’t", "never", "avoid", "without", "no", "stop", "refrain");
  private static final int REACH = 3;

  /** The sentences of a prompt. */
  static List<Sentence> of(String prompt) {
    return Stream.of(END.split(prompt))
        .map(Sentence::read)
        .filter(s -> !s.stems.isEmpty())
        .toList();
  }

  private static Sentence read(String text) {
    List<String> stems = new ArrayList<>();
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .map(Sentence::stem)
        .forEach(stems::add);
    return new Sentence(stems);
  }

  /** A crude stem, enough for the words that matter here. */
  static String stem(String word) {
    for (String ending : List.of("ing", "ies", "ed", "es", "s")) {
      if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
        String stem = word.substring(0, word.length() - ending.length());
        return "ies".equals(ending) ? stem + "y" : stem;
      }
    }
    return word.endsWith("e") && word.length() > 4 ? word.substring(0, word.length() - 1) : word;
  }

  /** Where one of the words is first; -1 if none is. */
  int find(Collection<String> words) {
    for (int i = 0; i < stems.size(); i++) {
      if (words.contains(stems.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the word at that place is asked not to be done. */
  boolean negatedAt(int index) {
    return stems.subList(Math.max(0, index - REACH), index).stream().anyMatch(NEGATIONS::contains);
  }
}
