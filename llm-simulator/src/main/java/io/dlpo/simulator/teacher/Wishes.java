package io.dlpo.simulator.teacher;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an update asks to have in the prompt: first the gradient's advice, then in part what earlier
 * gradients and the features of better prompts say.
 *
 * @param message the request
 * @param luck of the one who answers it
 */
record Wishes(String message, Luck luck) {

  private static final Pattern EARLIER =
      Pattern.compile(
          "<EARLIER_GRADIENT weight=\"(\\d(?:\\.\\d{1,9})?)\">\n?(.*?)\n?</EARLIER_GRADIENT>",
          Pattern.DOTALL);
  private static final int ADVICES = 2;
  private static final int EXTRAS = 2;
  private static final double REPEATS = 0.7;
  private static final double IMITATES = 0.6;

  /**
   * The wishes that a prompt does not meet yet, the most pressing first.
   *
   * @param sentences of the prompt
   */
  List<String> of(List<String> sentences) {
    Set<String> said = new HashSet<>(sentences.stream().map(Points::subject).toList());
    List<String> wishes = new ArrayList<>();
    take(Points.of(Blocks.text(message, "GRADIENT")).stream(), ADVICES, said, wishes);
    take(Stream.concat(earlier(), imitated()), EXTRAS, said, wishes);
    return wishes;
  }

  private static void take(
      Stream<String> advices, int most, Set<String> said, List<String> wishes) {
    advices.filter(advice -> said.add(Points.subject(advice))).limit(most).forEach(wishes::add);
  }

  /** Advice of earlier gradients, the more of it the more they weigh. */
  private Stream<String> earlier() {
    List<String> advices = new ArrayList<>();
    Matcher matcher = EARLIER.matcher(message);
    while (matcher.find()) {
      double share = REPEATS * Double.parseDouble(matcher.group(1));
      Points.of(matcher.group(2)).stream()
          .filter(advice -> luck.happens("repeats " + advice, share))
          .forEach(advices::add);
    }
    return advices.stream();
  }

  private Stream<String> imitated() {
    return Points.of(Blocks.text(message, "POSITIVE_FEATURE")).stream()
        .filter(feature -> luck.happens("imitates " + feature, IMITATES));
  }
}
