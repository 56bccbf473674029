package io.dlpo.simulator.student.family;

import io.dlpo.simulator.instruction.Weakness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "Sort the following words alphabetically: List: oven costume counterpart"
 *
 * @param words the words to sort
 */
record WordSorting(List<String> words) implements Question {

  private static final Pattern TEXT =
      Pattern.compile("Sort the following words alphabetically:\\s*(?:List:)?\\s*(\\S.*)");

  static Optional<WordSorting> read(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.find()
        ? Optional.of(new WordSorting(List.of(matcher.group(1).strip().split("[\\s,]+"))))
        : Optional.empty();
  }

  @Override
  public Map<Weakness, Double> prone() {
    return Map.of(Weakness.FIRST_LETTER, 0.8, Weakness.PROSE, 0.5);
  }

  @Override
  public String answer(Set<Weakness> weaknesses) {
    List<String> sorted = new ArrayList<>(words);
    sorted.sort(
        weaknesses.contains(Weakness.FIRST_LETTER)
            ? Comparator.comparingInt((String word) -> word.charAt(0))
            : Comparator.naturalOrder());
    return String.join(" ", sorted);
  }

  @Override
  public String working(Set<Weakness> weaknesses) {
    return "There are " + words.size() + " words to put in order.";
  }

  @Override
  public String slip() {
    List<String> wrong = new ArrayList<>(List.of(answer(Set.of()).split(" ")));
    wrong.add(wrong.removeFirst());
    return String.join(" ", wrong);
  }
}
