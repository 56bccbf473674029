package io.dlpo.simulator.instruction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Splits a sentence into clauses and tracks negation. Not thread-safe. */
final class ClauseReader {

  /**
   * The logical operator as opposed to the ordinary word: 'not' in quotes, NOT outside of "do NOT",
   * "each not", "not True".
   */
  private static final Pattern OPERATOR =
      Pattern.compile(
          "[\"'`“‘](?i:not)[\"'`”’]"
              + "|\\bNOT\\b(?<!\\b(?i:do|does|must|should|are|is|can|will|did) NOT)"
              + "|(?<=\\b(?i:each|every|any|the|a|apply|evaluate|resolve|handle) )not\\b"
              + "|\\b(?i:not)(?= (?:True|False)\\b)");

  private static final Pattern TOKEN = Pattern.compile("[a-z]+(?:'t)?|[,;:()—–]");
  private static final Set<String> SPLITS =
      Set.of(",", ";", ":", "(", ")", "—", "–", "but", "however");

  /** Each negation inverts what follows; two of them cancel out. */
  private static final Set<String> NEGATIONS =
      Set.of(
          ("not no never cannot can't don't doesn't avoid without stop refrain forget fail neglect"
                  + " overlook miss lose drop ignore disregard omit skip")
              .split(" "));

  private static final Set<String> CONTRASTS = Set.of("instead of", "rather than");
  private static final Set<String> WEAKENERS = Set.of("only", "just", "merely", "simply");

  private final List<Clause> clauses = new ArrayList<>();
  private List<Clause.Word> words = new ArrayList<>();
  private boolean negated;

  private ClauseReader() {}

  static List<Clause> read(String sentence) {
    String plain =
        OPERATOR
            .matcher(sentence)
            .replaceAll("negation")
            .replace('’', '\'')
            .toLowerCase(Locale.ROOT);
    List<String> tokens = TOKEN.matcher(plain).results().map(MatchResult::group).toList();
    ClauseReader reader = new ClauseReader();
    reader.read(tokens);
    return List.copyOf(reader.clauses);
  }

  private void read(List<String> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      String next = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
      if (SPLITS.contains(token)) {
        split(false);
      } else if (isContrast(token, next)) {
        split(true);
        i++;
      } else {
        words.add(new Clause.Word(Stem.of(token), negated));
        if (NEGATIONS.contains(token)) {
          negated = !negated;
          // "not only the kinds" is about the kinds; "only" has no meaning of its own.
          i += WEAKENERS.contains(next) ? 1 : 0;
        }
      }
    }
    split(false);
  }

  private static boolean isContrast(String token, String next) {
    return CONTRASTS.contains(token + " " + next);
  }

  private void split(boolean startsNegated) {
    if (!words.isEmpty()) {
      clauses.add(new Clause(List.copyOf(words)));
    }
    words = new ArrayList<>();
    negated = startsNegated;
  }
}
